import type { Read } from "../../platform/database/sql.ts";

export interface NetworkDayRow {
  readonly date: string;
  readonly bookings: number;
  readonly networks: number;
  readonly networkBookings: number;
  readonly programs: number;
}

/** The latest first. */
export const networkDaysSince = (tx: Read, date: Temporal.PlainDate): Promise<NetworkDayRow[]> => tx.sql<NetworkDayRow>`
  select date::text as date, bookings, networks, network_bookings as "networkBookings", programs
  from network_day where date >= ${date} order by network_day.date desc`;
