import { recordLast } from "../../audit/record.ts";
import type { OperableOffice } from "../../identity/office-access.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type LeftRow, leftRows } from "../contract.ts";

/** Rows of the paper diary that are not brought in, and stay on paper. */
export interface LeftSheet {
  readonly office: Pick<OperableOffice, "code" | "name">;
  readonly rows: readonly LeftRow[];
  readonly by: string;
  readonly at: Temporal.Instant;
}

/** Nothing of the rows is kept, as nothing of the diary was: that they were printed, and how many, is recorded. */
export async function printLeft(
  tx: Tx,
  office: OperableOffice,
  sent: string,
  now: Temporal.Instant,
): Promise<LeftSheet> {
  const rows = rowsIn(sent);
  await recordLast(tx, office, { act: "diary-left-printed", details: { rows: rows.length } }, now);
  return { office: { code: office.code, name: office.name }, rows, by: office.employeeName, at: now };
}

/** As a form of our own page sends them: in one field. */
function rowsIn(sent: string): LeftRow[] {
  try {
    return leftRows.parse(JSON.parse(sent));
  } catch {
    throw new Refusal(400, "request-malformed");
  }
}
