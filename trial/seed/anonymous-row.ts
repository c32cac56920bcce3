import { columnsWhere, fieldOf } from "../../src/appointments/field/columns.ts";
import type { SeedRow } from "./appointment-rows.ts";

const ERASED = Object.fromEntries(
  columnsWhere(({ erased }) => erased === null || erased === "").map((column) => [column, fieldOf(column).erased]),
);

/** An appointment of so long ago that nobody may know any more whose it was: as the nightly work would leave it. Pure. */
export function anonymousRow({ appointment, events }: SeedRow, at: string): SeedRow {
  const business_name = appointment.party === "business" ? "" : null;
  return {
    appointment: { ...appointment, ...ERASED, business_name, anonymized_at: at },
    events: events.map(({ changes: { cancellation_reason: _reason, ...changes }, ...event }) => ({
      ...event,
      changes,
    })),
    words: [],
  };
}
