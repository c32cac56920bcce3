import { officeHours, type StoredHours } from "../../offices/hours/office-hours.ts";
import type { WeekHours } from "../../offices/hours/week-hours.ts";
import { clockText, type Interval } from "../../platform/time.ts";
import type { OpenOffice } from "./contract.ts";

/** An office's own hours, as the contract has them. Pure. */
export function openHours(stored: StoredHours): OpenOffice["hours"] {
  const { counter, telephone, exceptions } = officeHours(stored);
  const week = (hours: WeekHours | null) =>
    hours?.flatMap((day, index) => day.map((range) => ({ weekday: index + 1, ...span(range) }))) ?? null;
  return {
    counter: week(counter),
    telephone: week(telephone),
    exceptions: exceptions.map(({ first, last, reason, ...day }) => ({
      from: first,
      to: last,
      counter: day.counter?.map(span) ?? null,
      telephone: day.telephone?.map(span) ?? null,
      reason,
    })),
  };
}

const span = ({ from, to }: Interval) => ({ opens: clockText(from), closes: clockText(to) });
