import { exceptions } from "../hours/dated-hours.ts";
import { week } from "../hours/week-hours.ts";
import type { Setting } from "./setting.ts";

const weekly = {
  kind: "week",
  rule: week,
  fallback: null,
  mayChange: "administrator",
  section: "hours",
  isPublished: true,
} as const;

/** When an office is open and answers its telephone, whatever its queues serve. */
export const HOURS_SETTINGS = {
  counterHours: {
    ...weekly,
    column: "counter_hours",
    label: "counter-hours",
    meaning: "At the counters, such as Mo 08:00-15:00; Tu 08:00-15:00 17:00-19:00; null: not known.",
  },
  telephoneHours: {
    ...weekly,
    column: "telephone_hours",
    label: "telephone-hours",
    meaning: "When the telephone is answered, written so too.",
  },
  hoursExceptions: {
    kind: "exceptions",
    rule: exceptions,
    fallback: null,
    mayChange: "administrator",
    section: "hours",
    column: "hours_exceptions",
    isPublished: true,
    label: "hours-exceptions",
    meaning:
      "Days that are otherwise, a line each: first day, with a last one behind a slash, then counter, telephone and why, such as 2026-12-24|08:00-12:00|closed|…; nothing between the bars: as always.",
  },
} as const satisfies Readonly<Record<string, Setting>>;
