import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { hashOfToken, newToken } from "../../platform/token.ts";
import { rememberOffice } from "../form/at-office.ts";
import { deleteForm, type FormRow, type KeyedForm, lockedFormOfKey, renewKey, writeForm } from "../form/form-sql.ts";
import { keyedForm } from "../form/renewed-key.ts";
import type { Browser } from "../hoarding/asker.ts";
import { type HoldWish, holdTime } from "./hold.ts";
import { release } from "./release.ts";

interface Holding {
  /** Null: the browser has no key */
  readonly tokenHash: Buffer | null;
  readonly now: Temporal.Instant;
  readonly asker: Browser;
}

/**
 * Holds a time for a browser; what it held before is given back in the same transaction, in whichever office, unless its letter
 * is on its way: then that form waits for its link, and another one begins of which nothing is known.
 * @returns the form, and the key under which the browser has it
 */
export async function holdFor(
  db: Database,
  office: CitizensOffice,
  wish: HoldWish,
  { tokenHash, now, asker }: Holding,
): Promise<{ readonly form: FormRow; readonly token: string }> {
  const token = newToken();
  const key = hashOfToken(token) as Buffer;
  const form = await db.write({ office: office.id }, async (tx) => {
    const own = await formOfBrowser(tx, office, tokenHash, now);
    const before = own?.office === office.id ? own.form : null;
    if (own && !before) await leave(tx, office, own, now);
    const person = own?.form.person_key;
    const held = await holdTime(tx, office, wish, {
      key,
      now,
      before,
      from: before ? null : (own?.form ?? null),
      asker: person ? { by: "person", key: person } : asker,
    });
    if (tokenHash) await renewKey(tx, office.id, held.token_hash, { key, former: tokenHash, step: "time", now });
    return { ...held, token_hash: key };
  });
  rememberOffice(key, office.id);
  return { form, token };
}

interface OwnForm {
  readonly office: number;
  readonly form: FormRow;
}

/** Null: it has none that goes on. What it holds behind another key is given back. */
async function formOfBrowser(
  tx: Tx,
  office: CitizensOffice,
  tokenHash: Buffer | null,
  now: Temporal.Instant,
): Promise<OwnForm | null> {
  const found = tokenHash && (await keyedForm(tx, tokenHash, now));
  if (!found) return null;
  const own = await formThatGoesOn(tx, office, found);
  if (!own) await giveBackBehind(tx, office, found, now);
  return own;
}

/** Locked. Null: it is confirmed, or its link may be, or is another's by now. In the scope of `office` before and after. */
async function formThatGoesOn(tx: Tx, office: CitizensOffice, found: KeyedForm): Promise<OwnForm | null> {
  const form = await within(tx, office, found.office, () => lockedFormOfKey(tx, found, "time"));
  return form && !form.confirmed_at && !form.link_asked_at ? { office: found.office, form } : null;
}

/**
 * Another window of the browser took a step at the same moment, behind which its form has another key: that keeps what was
 * typed, and loses the time, for nobody holds two.
 */
const giveBackBehind = (tx: Tx, office: CitizensOffice, found: KeyedForm, now: Temporal.Instant): Promise<void> =>
  within(tx, office, found.office, async () => {
    const form = found.isFormer ? await lockedFormOfKey(tx, found, null) : null;
    if (!form?.held_until || form.confirmed_at || form.link_asked_at) return;
    await release(tx, found.office, form, now);
    await writeForm(tx, found.office, { ...form, held_until: null });
  });

/** What is held in another office is given back there. */
const leave = (
  tx: Tx,
  office: CitizensOffice,
  { office: there, form }: OwnForm,
  now: Temporal.Instant,
): Promise<void> =>
  within(tx, office, there, async () => {
    await release(tx, there, form, now);
    await deleteForm(tx, there, form.token_hash);
  });

async function within<T>(tx: Tx, { id }: CitizensOffice, there: number, work: () => Promise<T>): Promise<T> {
  if (there === id) return work();
  await tx.switchTenant({ office: there });
  const done = await work();
  await tx.switchTenant({ office: id });
  return done;
}
