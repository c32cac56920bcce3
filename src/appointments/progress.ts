import type { ActingOffice } from "../identity/acting-office.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { actTime } from "./act-time.ts";
import type { Step } from "./acts.ts";
import type { Appointment } from "./contract.ts";
import { perform } from "./perform.ts";
import { visitsAtCounter } from "./place/counter-sql.ts";
import { type AppointmentTarget, requireAct } from "./require-act.ts";
import { lockedAppointment } from "./row/existing.ts";
import { presented } from "./row/present.ts";
import type { AppointmentRow } from "./sql.ts";
import { STEP_RESULTS } from "./statuses.ts";

/**
 * One step at the counter. A step that was already taken is not an error.
 * @throws Refusal 409 where somebody else is served in the queue now: who ends, or that nobody does, is said by `serveNext`
 */
export async function progress(
  tx: Tx,
  office: ActingOffice,
  target: AppointmentTarget<number | null>,
  step: Step,
): Promise<Appointment> {
  const before = await lockedAppointment(tx, office, target.id);
  if (before.status === STEP_RESULTS[step].to) return presented(office.code, before);
  await requireAct(tx, office, before, { ...target, act: step });
  if (step === "service-start") await requireFreeCounter(tx, office, before, target.now);
  return perform(tx, office, taken(before, step, target.now));
}

/** Of a day that is over it is only noted what was. */
async function requireFreeCounter(
  tx: Tx,
  office: ActingOffice,
  { queue: own, counter, starts_at }: AppointmentRow,
  now: Temporal.Instant,
): Promise<void> {
  const date = dateOf(now);
  const queue = counter ?? own;
  if (!dateOf(starts_at).equals(date)) return;
  if ((await visitsAtCounter(tx, office.id, { queue, date })).length > 0) throw new Refusal(409, "counter-busy");
}

/** As soon as it was made, in the same transaction, so that nobody can have changed it. */
export const arrive = (tx: Tx, office: OperableOffice, booked: AppointmentRow): Promise<Appointment> =>
  perform(tx, office, taken(booked, "arrival", booked.created_at));

interface StepAt {
  readonly before: AppointmentRow;
  readonly step: Step | "call";
  /** The queue whose counter takes it */
  readonly counter: number;
  readonly now: Temporal.Instant;
  readonly cause: string;
}

/** As a part of something greater, while the day is locked and the rules were asked. */
export function stepFor(
  tx: Tx,
  office: OperableOffice,
  { before, step, counter, now, cause }: StepAt,
): Promise<Appointment> {
  const act = step === "call" ? calledTo(before, counter, now) : taken(before, step, now);
  const isBegun = step === "service-start";
  const after = isBegun ? { ...act.after, counter: counterApart(before, counter) } : act.after;
  return perform(tx, office, { ...act, after, cause });
}

/** Called to a queue's counter, from then on that counter's. */
export function calledTo(before: AppointmentRow, counter: number, now: Temporal.Instant) {
  const at = actTime(now, before);
  return {
    kind: "called" as const,
    at,
    before,
    after: { ...before, called_at: at, counter: counterApart(before, counter) },
  };
}

/** Null: its own queue's. */
const counterApart = ({ queue }: AppointmentRow, counter: number): number | null =>
  counter === queue ? null : counter;

function taken(before: AppointmentRow, step: Step, now: Temporal.Instant) {
  const { kind, to } = STEP_RESULTS[step];
  const at = actTime(now, before);
  return { kind, at, before, after: { ...before, status: to, status_at: at } };
}
