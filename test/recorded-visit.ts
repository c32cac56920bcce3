import type { RecordedVisit } from "../src/measures/visit.ts";

/** A visit with its acts, for a test of what needs no database: of the world's first day. */

/** @param time 10:30 or 10:30:20, in Athens */
export const onFirstDay = (time: string): Temporal.Instant =>
  Temporal.Instant.from(`2026-11-24T${time.length === 5 ? `${time}:00` : time}+02:00`);

/** Each with its kind and time, in this order; `undone` takes back the one before it */
export type ActsAt = readonly (readonly [kind: string, time: string])[];

export interface MoreOfVisit extends Partial<RecordedVisit> {
  /** Of all its acts */
  readonly isFromPaper?: boolean;
}

/** Of somebody with an appointment at 10:30 for ten minutes. */
export const aRecordedVisit = (acts: ActsAt, { isFromPaper = false, ...more }: MoreOfVisit = {}): RecordedVisit => ({
  id: "one",
  date: "2026-11-24",
  appointed: onFirstDay("10:30"),
  placeMinutes: 10,
  isTicket: false,
  service: "copies",
  group: null,
  channel: "phone",
  queue: 1,
  counter: 1,
  status: "served",
  minutes: 10,
  acts: acts.map(([kind, time], index) => ({
    version: index + 1,
    kind,
    at: onFirstDay(time),
    isFromPaper,
    changesStatus: kind !== "called" && kind !== "moved",
    undoes: kind === "undone" ? index : null,
  })),
  ...more,
});

/** Of somebody with a number. */
export const aRecordedNumber = (acts: ActsAt, more: MoreOfVisit = {}): RecordedVisit =>
  aRecordedVisit(acts, { appointed: null, isTicket: true, placeMinutes: 0, channel: "in-person", ...more });
