import type { FieldError } from "../../platform/refusal.ts";
import type { ChangeQueueRequest, Queue } from "../contract.ts";
import { nameErrors } from "../rules.ts";

/** A queue's own facts as a form holds them. Pure. */
export interface QueueDraft {
  readonly name: string;
  /** Her number as text; "" nobody */
  readonly employee: string;
  readonly minutes: string;
  /** What the head had before her eyes; null of a new one */
  readonly version: number | null;
}

const USUAL_MINUTES = 10;
/** As the contract has it */
const MINUTES = { min: 5, max: 120 };

export const blankQueue = (name: string): QueueDraft => ({
  ...{ name, employee: "", minutes: String(USUAL_MINUTES), version: null },
});

export const draftOf = ({ name, employee, slotMinutes, version }: Queue): QueueDraft => ({
  ...{ name, employee: String(employee?.id ?? ""), minutes: String(slotMinutes), version },
});

export function queueFaults({ name, minutes }: QueueDraft): FieldError[] {
  const faults = nameErrors(name);
  if (!/^\s*\d+\s*$/.test(minutes)) return [...faults, { field: "slotMinutes", code: "number-not-whole" }];
  const isIn = Number(minutes) >= MINUTES.min && Number(minutes) <= MINUTES.max;
  return isIn ? faults : [...faults, { field: "slotMinutes", code: "number-out-of-range", values: MINUTES }];
}

/** Of a queue that there is, only what differs: what others changed elsewhere stays theirs. */
export function queueRequest(draft: QueueDraft, queue: Queue | undefined): ChangeQueueRequest {
  const before = queue && draftOf(queue);
  return {
    ...(draft.name.trim() !== before?.name && { name: draft.name.trim() }),
    ...(draft.employee !== (before?.employee ?? "") && { employee: draft.employee ? Number(draft.employee) : null }),
    ...(Number(draft.minutes) !== queue?.slotMinutes && { slotMinutes: Number(draft.minutes) }),
  };
}
