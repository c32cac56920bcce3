import { MESSAGE_KINDS } from "../message/kinds.ts";
import type { Planner } from "./planner.ts";
import { reminders } from "./reminders.ts";

export const PLANNERS: readonly Planner[] = [
  reminders,
  ...Object.values(MESSAGE_KINDS).flatMap(({ planner }) => planner ?? []),
];
