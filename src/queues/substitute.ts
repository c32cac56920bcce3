import type { AdministeredOffice } from "../identity/office-access.ts";
import { refuseFields } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import type { SubstituteRequest } from "./contract.ts";
import { asSeen, requireEmployee } from "./existing.ts";
import type { RuleChange } from "./rule-change.ts";
import { replaceSubstitute } from "./sql.ts";

/** Somebody else serves the queue on that day; null: its own employee does. */
export const substitution = (
  office: AdministeredOffice,
  number: number,
  version: number | null,
  { date, employee }: SubstituteRequest,
  now: Temporal.Instant,
): RuleChange => ({
  act: "employee-swapped",
  span: null,
  write: async (tx) => {
    await asSeen(tx, office, number, version);
    refuseFields(date < dateOf(now).toString() ? [{ field: "date", code: "date-past" }] : []);
    const serving = await requireEmployee(tx, office, employee);
    await replaceSubstitute(tx, office.id, number, Temporal.PlainDate.from(date), serving?.id ?? null);
  },
});
