import type { Read } from "../../platform/database/sql.ts";

/** Where a counter is, as seen from the screen that calls. */
export type CounterWay = "left" | "ahead" | "right";

/** By the number of the counter; of one that is not there nobody has said it. */
export async function waysToCounters(tx: Read, officeId: number): Promise<ReadonlyMap<number, CounterWay>> {
  const rows = await tx.sql<{ number: number; arrow: CounterWay }>`
    select number, arrow from queue where office_id = ${officeId} and arrow is not null`;
  return new Map(rows.map(({ number, arrow }) => [number, arrow]));
}
