import type { Tx } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import type { AppointmentRow } from "../sql.ts";

/** Within so many days nothing has been made anonymous, whatever the ministry has chosen. */
const SHORTEST_HOURS = 7 * 24;

/** An appointment that is taken back to a day long past is looked at again when that day's are made anonymous. */
export async function noteGoneBack(
  tx: Tx,
  officeId: number,
  acts: readonly { readonly before: AppointmentRow; readonly after: AppointmentRow }[],
  now: Temporal.Instant,
): Promise<void> {
  const bound = now.subtract({ hours: SHORTEST_HOURS });
  const isBack = ({ before, after }: (typeof acts)[number]) =>
    !after.starts_at.equals(before.starts_at) && Temporal.Instant.compare(after.starts_at, bound) < 0;
  const dates = acts.filter(isBack).map(({ after }) => dateOf(after.starts_at).toString());
  const [first] = dates.sort();
  if (first === undefined) return;
  await tx.sql`update anonymized_until set date = ${first}::date where office_id = ${officeId} and date > ${first}::date`;
}
