import { createHash, randomBytes } from "node:crypto";
import { recordOwnAct } from "../../audit/record.ts";
import { NATION } from "../../identity/ministry-access.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { fillFingerprints, insertFirstKey, replaceKey, storedKey } from "./key-sql.ts";

/** The secret by which small counts are moved: one for all processes, in every backup (docs/decisions/0068-the-key-of-open-data.md). */
export interface OpenDataKey {
  readonly bytes: Uint8Array;
  /** Tells keys apart and says nothing of them */
  readonly fingerprint: string;
}

/** Months were published, and the key is gone: another in its place would move the same counts otherwise. */
export class OpenDataKeyLost extends Error {
  /** As the operator's list of jobs names it */
  readonly code = "OPEN_DATA_KEY_LOST";
  constructor() {
    super("The key of open data is lost: bring the table open_data_key back from a backup, see docs/operations.md.");
  }
}

const keyOf = (bytes: Uint8Array): OpenDataKey => ({
  bytes,
  fingerprint: createHash("sha256").update(bytes).digest("hex"),
});

/**
 * Made long before anything is published by it, so that every backup has it.
 * @throws OpenDataKeyLost
 */
export const openDataKey = (db: Database): Promise<OpenDataKey> =>
  db.write({}, async (tx) => {
    await insertFirstKey(tx, randomBytes(32));
    const bytes = await storedKey(tx);
    if (!bytes) throw new OpenDataKeyLost();
    const key = keyOf(bytes);
    await fillFingerprints(tx, key.fingerprint);
    return key;
  });

/**
 * For a key that is lost for good, or that somebody has seen: months to come are made by it.
 * @param db of the owner of the tables
 * @returns months that were published by others, as «2026-10»: no correction of them is made any more
 */
export const makeNewKey = (db: Database, now: Temporal.Instant): Promise<readonly string[]> =>
  db.write({ office: NATION }, async (tx) => {
    const key = keyOf(randomBytes(32));
    const months = await replaceKey(tx, key.bytes, key.fingerprint);
    await recordOwnAct(tx, NATION, { act: "open-data-key-replaced", details: { months } }, now);
    return months;
  });
