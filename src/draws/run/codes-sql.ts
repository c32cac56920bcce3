import type { Read } from "../../platform/database/sql.ts";
import type { Codes } from "./record.ts";

/** Of all offices by their ids, as they are published. */
export async function codesOf(tx: Read): Promise<Codes> {
  const rows = await tx.sql<{ id: number; code: string }>`select id, code from office`;
  return new Map(rows.map(({ id, code }) => [id, code]));
}
