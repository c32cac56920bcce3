import type { Read, Tx } from "../../../src/platform/database/sql.ts";

/** SQL of invented draws. */

export interface DrawingQueue {
  readonly office: number;
  readonly queue: number;
}

/** Two places each morning and one at noon, from these queues. */
export async function writeDrawing(
  tx: Tx,
  service: string,
  queues: readonly DrawingQueue[],
  since: Temporal.Instant,
): Promise<void> {
  const places = [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, part: 0, count: 2 },
    { weekday, part: 1, count: 1 },
  ]);
  await tx.sql`insert into draw_service (service, since) values (${service}, ${since}) on conflict do nothing`;
  await tx.sql`
    insert into draw_office (office_id, service, queue, places, since)
    select office, ${service}::text, queue, ${JSON.stringify(places)}::jsonb, ${since}::timestamptz
    from json_to_recordset(${JSON.stringify(queues)}::json) as given (office integer, queue smallint)
    on conflict do nothing`;
}

/** It has run all the while: no window lost an hour. */
export async function noteItRan(tx: Tx, at: Temporal.Instant): Promise<void> {
  await tx.sql`update draw set running_at = ${at} where state = 'open'`;
}

/** Whose answer is waited for, where their wishes stand. */
export const drawnOf = (tx: Read, draw: number): Promise<{ office: number; visit: string }[]> =>
  tx.sql`
    select wish.office, wish.visit from draw_result as result
      join draw_wish as wish on wish.draw = result.draw and wish.number = result.wish
    where result.draw = ${draw} and answer is null order by place`;
