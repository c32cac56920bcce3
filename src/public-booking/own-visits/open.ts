import { openedByOwner } from "../../appointments/online/owner.ts";
import { officeOfCitizen } from "../../identity/citizens/citizens-office.ts";
import { makeLinks } from "../../identity/citizens/links.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { linkOver } from "../visit/opened.ts";
import { signedIn } from "./own-visits-sql.ts";

interface Opening {
  readonly office: number;
  readonly id: string;
  readonly now: Temporal.Instant;
}

/**
 * A link to one of their own, as good as a letter's for as long as they are signed in: what can be done with an appointment is
 * done by links alone, and each page of it asks again what has become of it.
 * @returns its token; null: nobody is signed in
 * @throws Refusal 404 where it is not theirs, or was forgotten meanwhile
 */
export async function openOwn(
  db: Database,
  session: Buffer | null,
  { office: officeId, id, now }: Opening,
): Promise<string | null> {
  const person = session && (await signedIn(db.nation, session, now));
  if (!person) return null;
  return db.write({ office: officeId }, async (tx) => {
    const office = await officeOfCitizen(tx, officeId);
    const { email } = await openedByOwner(tx, office, id, { mark: person.mark, now });
    const link = { appointment: id, kind: "manage", email, inBrowser: true, session } as const;
    const [token] = await makeLinks(tx, officeId, [link], now);
    return token as string;
  });
}

const PRESSED = /^(\d{1,9}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (days|cancel|)$/;

/** What the button of a card says. @throws Refusal 404 */
export function pressedVisit(text: string | undefined) {
  const [, office, id, to] = PRESSED.exec(text ?? "") ?? [];
  if (office === undefined || id === undefined) throw linkOver();
  return { office: Number(office), id, to: to === "days" || to === "cancel" ? to : undefined } as const;
}
