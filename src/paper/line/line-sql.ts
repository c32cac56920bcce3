import type { Read } from "../../platform/database/sql.ts";

/** So many minutes later than an appointment a number counts. */
export async function slackMinutes(tx: Read, officeId: number): Promise<number> {
  const rows = await tx.sql<{ minutes: number }>`
    select line_slack_minutes as minutes from office_settings where office_id = ${officeId}`;
  return rows[0]?.minutes ?? 0;
}
