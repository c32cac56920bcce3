import type { SeedRow } from "./appointment-rows.ts";

/** An appointment of so long ago that nobody may know any more whose it was: as the nightly work would leave it. Pure. */
export function anonymousRow({ appointment, events }: SeedRow, at: string): SeedRow {
  const { party } = appointment.visitor;
  const visitor = {
    ...appointment.visitor,
    last_name: "",
    first_name: "",
    phone: null,
    email: null,
    business_name: party === "business" ? "" : null,
    business_afm: null,
  };
  return {
    appointment: { ...appointment, visitor, notes: null, cancellation_reason: null, anonymized_at: at },
    events: events.map(({ changes: { cancellation_reason: _reason, ...changes }, ...event }) => ({
      ...event,
      changes,
    })),
    words: [],
  };
}
