import { lockDays } from "../../appointments/place/locks.ts";
import type { ActingOffice } from "../../identity/acting-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { insertLineKey, visitOfLineKey } from "./line-key-sql.ts";

interface OwnKey {
  readonly hash: Buffer;
  readonly visit: string;
  readonly now: Temporal.Instant;
}

/** Makes a key that of a visit's place. @returns false where it is already that of another one */
export async function makeOwnKey(tx: Tx, office: ActingOffice, { hash, visit, now }: OwnKey): Promise<boolean> {
  const date = dateOf(now);
  await lockDays(tx, office.id, date);
  const before = await visitOfLineKey(tx, office.id, { hash, date });
  if (before === null) await insertLineKey(tx, office.id, { hash, date, visit }, now);
  return before === null || before === visit;
}
