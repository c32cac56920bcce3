import type { AdministeredOffice } from "../identity/office-access.ts";
import { refuseFields } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import type { RuleChange } from "../proposals/rule-change.ts";
import type { SubstituteRequest } from "./contract.ts";
import { asSeen, requireEmployee, type SeenQueue } from "./existing.ts";
import { replaceSubstitute } from "./sql.ts";

/** Somebody else serves the queue on that day; null: its own employee does. */
export const substitution = (
  office: AdministeredOffice,
  seen: SeenQueue,
  { date, employee }: SubstituteRequest,
  now: Temporal.Instant,
): RuleChange => ({
  act: "employee-swapped",
  span: null,
  write: async (tx) => {
    const queue = await asSeen(tx, office, seen);
    refuseFields(date < dateOf(now).toString() ? [{ field: "date", code: "date-past" }] : []);
    const serving = await requireEmployee(tx, office, employee);
    const substitute = { queue: queue.number, date: Temporal.PlainDate.from(date), employee: serving?.id ?? null };
    await replaceSubstitute(tx, office.id, substitute);
  },
});
