import { createHash, randomBytes } from "node:crypto";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { fillFingerprints, insertFirstKey, storedKey } from "./key-sql.ts";

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

export const openDataKeyOf = (bytes: Uint8Array): OpenDataKey => ({
  bytes,
  fingerprint: createHash("sha256").update(bytes).digest("hex"),
});

/**
 * Made long before anything is published by it, so that every backup has it.
 * @throws OpenDataKeyLost
 */
export const openDataKey = (db: Database): Promise<OpenDataKey> =>
  db.write(OF_NATION, async (tx) => {
    await insertFirstKey(tx, randomBytes(32));
    const bytes = await storedKey(tx);
    if (!bytes) throw new OpenDataKeyLost();
    const key = openDataKeyOf(bytes);
    await fillFingerprints(tx, key.fingerprint);
    return key;
  });
