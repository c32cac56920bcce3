import { employeeName } from "../../identity/employee-name-sql.ts";
import { type Part, part, type Read } from "../../platform/database/sql.ts";
import { instantOf, localDay, minuteOfDay } from "../../platform/time.ts";
import type { Channel } from "../contract.ts";
import type { OfferWish } from "./offer.ts";

/** SQL of the taker of a wished place: the live appointment of its queue that holds the first minute. */

export interface PlaceOfQueue {
  readonly date: Temporal.PlainDate;
  readonly time: string;
  readonly queue: number;
}

type WishedPlace = Pick<OfferWish, "date" | "time" | "queue">;

export interface Taker {
  readonly created_at: Temporal.Instant;
  readonly channel: Channel;
  readonly by: string | null;
}

export async function takerOfPlace(tx: Read, officeId: number, place: PlaceOfQueue): Promise<Taker | null> {
  const rows = await tx.sql<Taker>`
    select created_at, channel, ${employeeName("created_by")} as by
    from appointment where ${holds(officeId, place)} limit 1`;
  return rows[0] ?? null;
}

/** Whether anybody has it, as a part of a statement; of any queue it is not seen so easily. */
export const hasTaker = (officeId: number, { queue, ...at }: WishedPlace): Part =>
  queue === null ? part`false` : part`exists (select from appointment where ${holds(officeId, { ...at, queue })})`;

/**
 * Of the visits since the day before: none lasts longer. Not by the constraint's ranges, whose index can't be used under
 * row-level security.
 */
function holds(officeId: number, { date, time, queue }: PlaceOfQueue): Part {
  const since = instantOf(localDay(date.subtract({ days: 1 })).from);
  const minute = instantOf(localDay(date).at(minuteOfDay(time)));
  return part`office_id = ${officeId} and queue = ${queue} and live
    and starts_at >= ${since} and starts_at <= ${minute} and ends_at > ${minute}`;
}
