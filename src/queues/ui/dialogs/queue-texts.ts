import type { Texts } from "../../../kit/form/typing.ts";
import type { FieldError } from "../../../platform/refusal.ts";
import { type ChangeQueueRequest, COUNTER_ARROWS, type Queue } from "../../contract.ts";
import { nameErrors } from "../../rules.ts";

/** A queue's own facts as its form holds them, in the names of the server's fields. Pure. */

/** As the contract has it */
const MINUTES = { min: 5, max: 120 };

/** @returns the employee's number as text; "" is nobody */
export const textsOf = ({ name, employee, slotMinutes, arrow }: Queue): Texts => ({
  name,
  employee: String(employee?.id ?? ""),
  slotMinutes: String(slotMinutes),
  arrow: arrow ?? "",
});

export function queueFaults({ name = "", slotMinutes = "" }: Texts): FieldError[] {
  const faults = nameErrors(name);
  if (!/^\s*\d+\s*$/.test(slotMinutes)) return [...faults, { field: "slotMinutes", code: "number-not-whole" }];
  const isIn = Number(slotMinutes) >= MINUTES.min && Number(slotMinutes) <= MINUTES.max;
  return isIn ? faults : [...faults, { field: "slotMinutes", code: "number-out-of-range", values: MINUTES }];
}

/** Of a queue that there is, only what was changed: what others changed elsewhere stays theirs. */
export const queueChangesIn = ({ name, employee, slotMinutes, arrow }: Texts): ChangeQueueRequest => ({
  ...(name !== undefined && { name: name.trim() }),
  ...(employee !== undefined && { employee: employeeOf(employee) }),
  ...(slotMinutes !== undefined && { slotMinutes: Number(slotMinutes) }),
  ...(arrow !== undefined && { arrow: COUNTER_ARROWS.find((one) => one === arrow) ?? null }),
});

export const employeeOf = (text: string | undefined): number | null => (text ? Number(text) : null);
