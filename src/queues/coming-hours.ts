import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { type HoursRow, hoursOf } from "./sql.ts";

/** A queue's hours that hold on a date from today on: what is over binds nobody. */
export const comingHours = async (
  tx: Read,
  office: AdministeredOffice,
  number: number,
  today: Temporal.PlainDate,
): Promise<HoursRow[]> =>
  (await hoursOf(tx, office.id)).filter((hours) => hours.queue === number && holdsFrom(hours, today));

/** Pure. */
export function holdsFrom({ weekday, from, until }: HoursRow, today: Temporal.PlainDate): boolean {
  const start = from && Temporal.PlainDate.compare(from, today) > 0 ? from : today;
  const first = start.add({ days: (weekday - start.dayOfWeek + 7) % 7 });
  return until === null || Temporal.PlainDate.compare(first, until) < 0;
}
