import type { Tx } from "../../platform/database/sql.ts";
import type { GroupOutcomes } from "./outcomes.ts";

/** In the place of what was counted of that day before. */
export async function replaceOutcomes(
  tx: Tx,
  officeId: number,
  date: Temporal.PlainDate,
  outcomes: GroupOutcomes,
): Promise<void> {
  await tx.sql`delete from day_outcome where office_id = ${officeId} and date = ${date}`;
  await tx.sql`
    insert into day_outcome (office_id, date, outcomes) values (${officeId}, ${date}, ${JSON.stringify(outcomes)}::json)`;
}
