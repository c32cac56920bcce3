import type { FieldError } from "../../../platform/refusal.ts";
import type { ChangeQueueRequest, Queue } from "../../contract.ts";
import { nameErrors } from "../../rules.ts";

/** A queue's own facts, and what was typed over them, field by field. Pure. */

export interface QueueFacts {
  readonly name: string;
  /** Her number as text; "" nobody */
  readonly employee: string;
  readonly minutes: string;
}
export type QueueField = keyof QueueFacts;

interface Edit {
  readonly text: string;
  /** What stood there when she began */
  readonly seen: string;
}
/** Only what she changed: the rest goes on to show what stands. */
export type QueueDraft = { readonly [field in QueueField]?: Edit | undefined };

const FIELDS = ["name", "employee", "minutes"] as const satisfies readonly QueueField[];
const USUAL_MINUTES = 10;
/** As the contract has it */
const MINUTES = { min: 5, max: 120 };

export const usualFacts = (name: string): QueueFacts => ({ name, employee: "", minutes: String(USUAL_MINUTES) });

export const factsOf = ({ name, employee, slotMinutes }: Queue): QueueFacts => ({
  ...{ name, employee: String(employee?.id ?? ""), minutes: String(slotMinutes) },
});

export const shownFacts = (draft: QueueDraft, present: QueueFacts): QueueFacts => ({
  name: draft.name?.text ?? present.name,
  employee: draft.employee?.text ?? present.employee,
  minutes: draft.minutes?.text ?? present.minutes,
});

/** Back to what stands there is no change at all. */
export const edited = (draft: QueueDraft, field: QueueField, text: string, present: QueueFacts): QueueDraft => ({
  [field]: text === present[field] ? undefined : { text, seen: draft[field]?.seen ?? present[field] },
});

/** What she changed and somebody else too, to something else. */
export const overtaken = (draft: QueueDraft, present: QueueFacts): QueueField[] =>
  FIELDS.filter((field) => {
    const edit = draft[field];
    return edit && present[field] !== edit.seen && present[field] !== edit.text.trim();
  });

export function queueFaults({ name, minutes }: QueueFacts): FieldError[] {
  const faults = nameErrors(name);
  if (!/^\s*\d+\s*$/.test(minutes)) return [...faults, { field: "slotMinutes", code: "number-not-whole" }];
  const isIn = Number(minutes) >= MINUTES.min && Number(minutes) <= MINUTES.max;
  return isIn ? faults : [...faults, { field: "slotMinutes", code: "number-out-of-range", values: MINUTES }];
}

/** Of a queue that there is, only what she changed: what others changed elsewhere stays theirs. */
export function changeRequest({ name, employee, minutes }: QueueDraft): ChangeQueueRequest {
  return {
    ...(name && name.text.trim() !== name.seen && { name: name.text.trim() }),
    ...(employee && { employee: employee.text ? Number(employee.text) : null }),
    ...(minutes && { slotMinutes: Number(minutes.text) }),
  };
}

export const additionRequest = ({ name, employee, minutes }: QueueFacts): ChangeQueueRequest => ({
  name: name.trim(),
  ...(employee && { employee: Number(employee) }),
  slotMinutes: Number(minutes),
});
