import type { VisitPlace } from "../../outbox/planned.ts";
import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";

export const officesToRemind = async (tx: AcrossOffices, now: Temporal.Instant): Promise<number[]> =>
  (await tx.sql<{ office: number }>`select offices_to_remind as office from offices_to_remind(${now})`).map(
    ({ office }) => office,
  );

/** True for the first who asks, of all processes. */
export async function claimReminders(tx: Tx, officeId: number, date: Temporal.PlainDate): Promise<boolean> {
  const rows = await tx.sql`
    insert into reminded (office_id, date) values (${officeId}, ${date}) on conflict do nothing returning date`;
  return rows.length === 1;
}

interface Reminded extends Pick<VisitPlace, "queue"> {
  readonly id: string;
  readonly email: string;
  readonly starts_at: Temporal.Instant;
}

/** Who is expected and has an e-mail; `from` and `to` half-open. */
export async function expectedBetween(
  tx: Read,
  officeId: number,
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<Reminded[]> {
  return tx.sql<Reminded>`
    select id, email, starts_at, queue from appointment
    where office_id = ${officeId} and starts_at >= ${from} and starts_at < ${to} and status = 'booked' and email is not null`;
}
