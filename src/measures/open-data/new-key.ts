import { randomBytes } from "node:crypto";
import { recordOwnAct } from "../../audit/record.ts";
import { NATION } from "../../identity/ministry-access.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { openDataKeyOf } from "./key.ts";
import { replaceKey } from "./new-key-sql.ts";

/**
 * For a key that is lost for good, or that somebody has seen: months to come are made by it.
 * @param db of the owner of the tables
 * @returns months that were published by others, as «2026-10»: no correction of them is made any more
 */
export const makeNewKey = (db: Database, now: Temporal.Instant): Promise<readonly string[]> =>
  db.write({ office: NATION }, async (tx) => {
    const key = openDataKeyOf(randomBytes(32));
    const months = await replaceKey(tx, key.bytes, key.fingerprint);
    await recordOwnAct(tx, NATION, { act: "open-data-key-replaced", details: { months } }, now);
    return months;
  });
