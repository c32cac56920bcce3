import { placeForCitizen } from "../../../appointments/history/word-to-citizen.ts";
import { planManageLink } from "../../../outbox/plan-link.ts";
import type { Database } from "../../../platform/database/transaction.ts";
import { soundKeys, soundWords } from "../../../platform/text/sound.ts";
import { commitUnawaited, type FoundVisit, officeOfReference, visitOfReference } from "./find-sql.ts";

export interface SoughtVisit {
  readonly reference: string;
  readonly surname: string;
}

/** As if some office had it: the same is asked and done there. */
const NOWHERE = -1;
const NOBODY: FoundVisit = {
  id: "",
  last_name: "Παπαδοπούλου",
  email: null,
  queue: 0,
  starts_at: Temporal.Instant.from("2026-01-01T00:00Z"),
};

/**
 * Sends the link to the address on file, where reference and surname match. Nothing of what is answered, or of how long
 * that takes, tells whether they do.
 */
export async function sendLinkIfFound(
  db: Database,
  { reference, surname }: SoughtVisit,
  now: Temporal.Instant,
): Promise<void> {
  const office = (await officeOfReference(db.acrossOffices, reference)) ?? NOWHERE;
  await db.write({ office }, async (tx) => {
    await commitUnawaited(tx);
    const { id, email, last_name, ...visit } = (await visitOfReference(tx, office, reference, now)) ?? NOBODY;
    const isTheirs = isSurname(surname, last_name) && email !== null;
    const wish = isTheirs ? { appointment: id, email, place: placeForCitizen(visit) } : null;
    await planManageLink(tx, office, wish, now);
  });
}

const MOST_KEYS = 24;

/** However it is accented, capitalised or written in Latin letters, together or apart; of a double surname one will do. Pure. */
export function isSurname(typed: string, known: string): boolean {
  const [sought, words] = [soundWords(typed), soundWords(known)];
  if (sought.length === 0) return false;
  const isOneOrMore = sought.every((word) => words.some((other) => soundsAlike(word, other)));
  return isOneOrMore || soundsAlike(sought.join(""), words.join(""));
}

function soundsAlike(a: string, b: string): boolean {
  const keys = soundKeys(b, MOST_KEYS);
  return a === b || soundKeys(a, MOST_KEYS).some((key) => keys.includes(key));
}
