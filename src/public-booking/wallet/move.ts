import { MAYBE_CHOICES } from "../../appointments/field/maybe-choices.ts";
import { ACROSS_OFFICES, acrossOffices } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { hashOfToken } from "../../platform/token.ts";
import { rememberOffice } from "../form/at-office.ts";
import { type FormRow, formOfKey, lockedForm, renewKey, writeForm } from "../form/form-sql.ts";
import { changeForm } from "../form/open-form.ts";
import { nextToken, wasRenewedTo } from "../form/renewed-key.ts";
import type { Typed } from "../form/typed.ts";
import { sharedKey } from "../hoarding/installation-key.ts";
import { goesOn } from "../hold/hold.ts";
import { deleteMove, insertMove } from "./move-sql.ts";
import { TRY_MINUTES } from "./try.ts";

/**
 * A form goes on at another device, as where the wallet is on the telephone: a drawing leads there, and whoever presses has the
 * form from then on. Whoever passes their drawing on to somebody else loses it: nobody books in another's name.
 */

/** Nobody is identified by it yet, and no letter is on its way that confirms it. */
const mayMove = (form: FormRow, now: Temporal.Instant): boolean =>
  form.confirmed_at === null && form.identity === null && form.link_asked_at === null && goesOn(form, now);

/** To where it moves. The same while the browser has the same key, so that a page that is looked at again shows it again. */
export const moveToken = async (db: Database, token: string): Promise<string> =>
  nextToken(await sharedKey(db), token, "move");

/** @returns until when; null: it can't move */
export async function offerMove(db: Database, token: string | undefined, now: Temporal.Instant) {
  const formHash = hashOfToken(token);
  if (!token || !formHash) return null;
  const tokenHash = hashOfToken(await moveToken(db, token)) as Buffer;
  const until = now.add({ minutes: TRY_MINUTES });
  return changeForm(db, formHash, async (tx, _office, form) => {
    if (!mayMove(form, now)) return null;
    await insertMove(tx, { tokenHash, formHash }, until);
    return until;
  });
}

interface Arrival {
  /** Of the drawing */
  readonly tokenHash: Buffer;
  /** Known to the one page on which it is pressed */
  readonly nonce: string;
}

/**
 * Pressed twice, or again because the answer was lost, the same page has it.
 * @returns the key of the browser at which it goes on, the only one from then on; null: it is over, or went on here
 */
export async function moveHere(
  db: Database,
  { tokenHash, nonce }: Arrival,
  now: Temporal.Instant,
): Promise<string | null> {
  const token = nextToken(await sharedKey(db), nonce, `moved ${tokenHash.toString("hex")}`);
  const key = hashOfToken(token) as Buffer;
  return db.write(ACROSS_OFFICES, async (tx) => {
    const formHash = await deleteMove(tx, tokenHash, now);
    if (!formHash) return (await wasRenewedTo(tx, key, now)) ? token : null;
    const lies = await formOfKey(acrossOffices(tx), formHash);
    if (!lies) return null;
    const { office } = lies;
    await tx.switchTenant({ office });
    const form = await lockedForm(tx, office, formHash);
    if (!form || !mayMove(form, now)) return null;
    await writeForm(tx, office, { ...form, typed: withoutPerson(form.typed), seen_at: now });
    await renewKey(tx, office, formHash, { key, former: null, step: "who", now });
    rememberOffice(key, office);
    return token;
  });
}

/** What the visit needs goes along, by which its time was chosen; nothing of a person, whom nobody knows to be the same. */
function withoutPerson(typed: Typed): Typed {
  const names = ["needs", "interpreterFirst", ...MAYBE_CHOICES.map(({ name }) => name)];
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.includes(name)));
}
