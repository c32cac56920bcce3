import { createHmac } from "node:crypto";
import { type CitizensOffice, officeOfCitizen } from "../../identity/citizens/citizens-office.ts";
import { ACROSS_OFFICES, acrossOffices, type Tx } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { hashOfToken } from "../../platform/token.ts";
import { sharedKey } from "../hoarding/installation-key.ts";
import { rememberOffice } from "./at-office.ts";
import {
  type FormRow,
  formOfKey,
  type KeyedForm,
  type KeyStep,
  lockedFormOfKey,
  lockKey,
  renewKey,
} from "./form-sql.ts";

/**
 * A browser's key is a new one with each form, when it is said who comes, before and after it is identified, and when it asks for
 * the letter or confirms: whoever had the browser before, and copied its key, sees and changes nothing of the next person.
 */

/** A button that is pressed twice leads where the first press did. */
const TWICE_WITHIN = { minutes: 1 } as const;

/** Where a browser's form lies; nobody else acts under this key until the transaction ends. Null: it has none. */
export async function keyedForm(tx: Tx, tokenHash: Buffer, now: Temporal.Instant): Promise<KeyedForm | null> {
  const [, found] = await Promise.all([lockKey(tx, tokenHash), formOfKey(acrossOffices(tx), tokenHash)]);
  const { renewedAt = null } = found ?? {};
  const isOver = found?.isFormer && !isJustNow(renewedAt, now);
  return isOver ? null : found;
}

const isJustNow = (renewedAt: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  renewedAt !== null && Temporal.Instant.compare(now, renewedAt.add(TWICE_WITHIN)) < 0;

/** Whether a form has this key since a moment ago: whoever asks once more by what leads to it, and nothing else, may have it again. */
export async function wasRenewedTo(tx: Tx, key: Buffer, now: Temporal.Instant): Promise<boolean> {
  const found = await formOfKey(acrossOffices(tx), key);
  return found !== null && !found.isFormer && isJustNow(found.renewedAt, now);
}

interface Step<Result> {
  readonly name: KeyStep;
  /** Without it nobody takes the step once more, whatever key they have */
  readonly secret?: string;
  work(tx: Tx, office: CitizensOffice, form: FormRow): Promise<Result>;
  /** Whether the browser has another key from then on */
  isStep(result: Result): boolean;
  /** Whether the step was taken already, and this is its second press, under the key of before it */
  isTaken(form: FormRow): boolean;
}

interface Done<Result> {
  readonly result: Result;
  /** The browser's key from now on; null: as before */
  readonly token: string | null;
}

/** Changes what a browser is filling in, which has another key behind a step of trust. Null: it has no form. */
export async function changeUnderNewKey<Result>(
  db: Database,
  { token: former, now }: { readonly token: string | undefined; readonly now: Temporal.Instant },
  { name: step, secret, work, isStep, isTaken }: Step<Result>,
): Promise<Done<Result> | null> {
  const tokenHash = hashOfToken(former);
  if (!former || !tokenHash) return null;
  const token = nextToken(await sharedKey(db), former, secret === undefined ? step : `${step} ${secret}`);
  const key = hashOfToken(token) as Buffer;
  return db.write(ACROSS_OFFICES, async (tx) => {
    const found = await keyedForm(tx, tokenHash, now);
    if (!found) return null;
    await tx.switchTenant({ office: found.office });
    const [office, form] = await Promise.all([officeOfCitizen(tx, found.office), lockedFormOfKey(tx, found, step)]);
    const isAgain = form !== null && isTaken(form) && (secret === undefined || form.token_hash.equals(key));
    if (!form || (found.isFormer && !isAgain)) return null;
    const result = await work(tx, office, form);
    if (!isStep(result)) return { result, token: null };
    await renewKey(tx, office.id, form.token_hash, { key, former: tokenHash, step, now });
    rememberOffice(key, office.id);
    return { result, token };
  });
}

/**
 * The same for a button that is pressed twice at two processes: whichever of the two answers comes last, the browser has the
 * key that is true. Nobody computes it who has only the key before it, or only what is stored.
 */
export const nextToken = (key: Buffer, former: string, step: string): string =>
  createHmac("sha256", key).update(`${step} ${former}`).digest("base64url");
