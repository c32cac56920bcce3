import type { Texts } from "../../../kit/form/typing.ts";
import type { FieldError } from "../../../platform/refusal.ts";
import type { NewQueueRequest, Queue, Queues } from "../../contract.ts";
import { queueFaults } from "../dialogs/queue-texts.ts";
import { faultsOf, type HoursDraft, requestOf } from "../hours/hours-draft.ts";
import { draftIn, weekTexts } from "../hours/hours-texts.ts";
import { type Week, weekFrom } from "../hours/hours-week.ts";

/** A new queue as its form holds it: whose it is, when it serves, from when on. Pure. */

export const STARTS = ["now", "date", "off"] as const;

/** Its hours are like those of a queue, by its number, or none. */
export const NO_COPY = "none";

/** Begins with whoever has no queue yet, and with the default queue's hours. */
export function newQueueTexts({ queues, employees, now }: Queues, name: string): Texts {
  const usual = queues.find(({ isDefault }) => isDefault);
  const taken = new Set(queues.map(({ archived, employee }) => (archived ? undefined : employee?.id)));
  const free = employees.find(({ id }) => !taken.has(id));
  const copied = usual ? copiedTexts(usual, now.date) : { copy: NO_COPY, ...weekTexts({}) };
  return {
    name,
    employee: String(free?.id ?? ""),
    slotMinutes: String(usual?.slotMinutes ?? 10),
    start: "now",
    from: now.date,
    public: "",
    ...copied,
  };
}

export const copiedTexts = ({ number, hours }: Queue, today: string): Texts => ({
  copy: String(number),
  ...weekTexts(weekFrom(hours, today)),
});

/** The queues that have hours to copy. */
export const copyable = ({ queues }: Queues): Queue[] =>
  queues.filter(({ archived, hours }) => !archived && hours.length > 0);

export const weekIn = (values: Texts): Week => draftIn(values).edits;

/** What is to be made, as a queue whose hours are all new. */
const NONE = { hours: [], slotMinutes: 0 } as unknown as Queue;

const draftOf = (values: Texts): HoursDraft => ({
  scope: values.start === "date" ? "from" : "always",
  from: values.from ?? "",
  to: "",
  edits: weekIn(values),
});

export function newQueueFaults(values: Texts, today: string): FieldError[] {
  const slotMinutes = Number(values.slotMinutes);
  const ofHours = faultsOf(draftOf(values), { ...NONE, slotMinutes }, today);
  const isEmpty = Object.keys(requestOf(draftOf(values), NONE, today).week).length === 0;
  const isIdle = isEmpty && values.start !== "off";
  return [...queueFaults(values), ...ofHours, ...(isIdle ? [{ field: "start", code: "hours-required" }] : [])];
}

export function newQueueRequestOf(values: Texts, today: string): NewQueueRequest {
  const { name = "", employee, slotMinutes, start } = values;
  const { from, week } = requestOf(draftOf(values), NONE, today);
  const active = start !== "off";
  return {
    name: name.trim(),
    ...(employee && { employee: Number(employee) }),
    slotMinutes: Number(slotMinutes),
    ...(Object.keys(week).length > 0 && { hours: { from, week } }),
    active,
    isPublic: active && values.public !== "",
  };
}
