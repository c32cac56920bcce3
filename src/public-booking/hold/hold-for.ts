import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { hashOfToken, newToken } from "../../platform/token.ts";
import { rememberOffice } from "../form/at-office.ts";
import { deleteForm, type FormRow, type KeyedForm, type KeyStep, lockedFormOfKey, renewKey } from "../form/form-sql.ts";
import { keyedForm, nextToken } from "../form/renewed-key.ts";
import type { Browser } from "../hoarding/asker.ts";
import { sharedKey } from "../hoarding/installation-key.ts";
import { type HoldWish, holdTime } from "./hold.ts";
import { release } from "./release.ts";

interface Holding {
  /** The browser's key; undefined: it has none */
  readonly token: string | undefined;
  readonly now: Temporal.Instant;
  readonly asker: Browser;
}

interface HeldFor {
  readonly form: FormRow;
  /** The key under which the browser has it from now on; null: another window's answer brings that */
  readonly token: string | null;
}

/**
 * Holds a time for a browser; what it held before is given back in the same transaction, in whichever office, unless its letter
 * is on its way: then that form waits for its link, and another one begins of which nothing is known. Whichever of several
 * windows' answers comes last, the browser has the key of what is held: else that would be held for nobody.
 */
export async function holdFor(
  db: Database,
  office: CitizensOffice,
  wish: HoldWish,
  { token: former, now, asker }: Holding,
): Promise<HeldFor> {
  const secret = await sharedKey(db);
  const formerHash = hashOfToken(former);
  return db.write({ office: office.id }, async (tx) => {
    const found = formerHash && (await keyedForm(tx, formerHash, now));
    const own = found && (await formOfBrowser(tx, office, found));
    const holdUnder = (key: Buffer) => holdInstead(tx, office, wish, { own, key, now, asker });
    if (own?.isBehind) return { form: isOver(own.form) ? own.form : await holdUnder(own.form.token_hash), token: null };
    const since = found?.renewedAt && found.isFormer ? found.renewedAt : now.round("microsecond");
    const token = former && formerHash ? nextToken(secret, former, `time ${since}`) : newToken();
    const key = hashOfToken(token) as Buffer;
    const form = await holdUnder(key);
    if (formerHash)
      await renewKey(tx, office.id, form.token_hash, { key, former: formerHash, step: "time", now: since });
    return { form: { ...form, token_hash: key }, token };
  });
}

interface Instead {
  /** Null: the browser has none that goes on */
  readonly own: OwnForm | null;
  /** Of a form that begins */
  readonly key: Buffer;
  readonly now: Temporal.Instant;
  readonly asker: Browser;
}

/** Instead of what the browser's form held until now, in whichever office that was. */
async function holdInstead(
  tx: Tx,
  office: CitizensOffice,
  wish: HoldWish,
  { own, key, now, asker }: Instead,
): Promise<FormRow> {
  const before = own?.office === office.id ? own.form : null;
  if (own && !before) await leave(tx, office, own, now);
  rememberOffice(key, office.id);
  const person = own?.form.person_key;
  return holdTime(tx, office, wish, {
    key,
    now,
    before,
    from: before ? null : (own?.form ?? null),
    asker: person ? { by: "person", key: person } : asker,
  });
}

interface OwnForm {
  readonly office: number;
  readonly form: FormRow;
  /**
   * Another window took another step at the same moment, behind which the form has another key: whoever has only the key of
   * before chooses its time, and neither sees it nor gets that key.
   */
  readonly isBehind: boolean;
}

/** Locked; in the scope of `office` before and after. Null: it is confirmed, or its link may be. */
async function formOfBrowser(tx: Tx, office: CitizensOffice, found: KeyedForm): Promise<OwnForm | null> {
  const lockedFor = (step: KeyStep | null) => within(tx, office, found.office, () => lockedFormOfKey(tx, found, step));
  const form = await lockedFor("time");
  if (form) return isOver(form) ? null : { office: found.office, form, isBehind: false };
  const behind = found.isFormer ? await lockedFor(null) : null;
  return behind && { office: found.office, form: behind, isBehind: true };
}

const isOver = ({ confirmed_at, link_asked_at }: FormRow): boolean => confirmed_at !== null || link_asked_at !== null;

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
