import type { Appointment, Status } from "./contract.ts";

/**
 * Which acts an appointment allows, by its status and the clock, and why not the others: one table, which the server
 * asks before it writes and the desk before it offers. Pure.
 */

/** At the counter, in the order in which they are usually wanted */
export const STEPS = ["arrival", "service-start", "completion", "no-show"] as const;

export type Step = (typeof STEPS)[number];
export type Act = Step | "edit" | "move" | "cancel" | "undo";
/** Besides, to another office: a choice within the form that moves */
export type AnyAct = Act | "transfer";

/** The clock in Athens */
export interface Moment {
  readonly date: string;
  readonly time: string;
}

export interface Hindrance {
  readonly why: Why;
  /** From when on it may be done */
  readonly from?: string;
}

export type Why =
  | "day-to-come"
  | "too-early"
  | "not-arrived"
  | "not-started"
  | "done"
  | "present"
  | "begun"
  | "missed"
  | "cancelled"
  | "expired"
  | "held";

/** Why this act can't be done now; null when it can. */
export function hindrance(
  act: AnyAct,
  visit: Pick<Appointment, "status" | "date" | "time">,
  now: Moment,
): Hindrance | null {
  const why = HINDERED[act][visit.status];
  if (why) return { why };
  return (STEPS as readonly AnyAct[]).includes(act) ? tooEarly(act, visit, now) : null;
}

const GONE = { cancelled: "cancelled", expired: "expired", held: "held" } as const;
const BEGUN = { "in-service": "begun", served: "begun", "no-show": "missed" } as const;
const PRESENT = { arrived: "present", "in-service": "present", served: "present" } as const;

const HINDERED: Readonly<Record<AnyAct, Readonly<Partial<Record<Status, Why>>>>> = {
  arrival: { ...GONE, arrived: "done", "in-service": "done", served: "done", "no-show": "missed" },
  "service-start": { ...GONE, booked: "not-arrived", "in-service": "done", served: "done", "no-show": "missed" },
  completion: { ...GONE, booked: "not-arrived", arrived: "not-started", served: "done", "no-show": "missed" },
  "no-show": { ...GONE, ...PRESENT, "no-show": "done" },
  edit: GONE,
  move: { ...GONE, ...BEGUN },
  transfer: { ...GONE, ...PRESENT, "no-show": "missed" },
  cancel: { ...GONE, ...PRESENT, "no-show": "missed" },
  undo: { expired: "expired", held: "held" },
};

const NO_SHOW_AFTER = 10;

/**
 * Nobody arrives or is served on a day that is still to come, and nobody is marked as absent before ten minutes have
 * passed. What was forgotten at the counter may be entered later.
 */
function tooEarly(act: AnyAct, { date, time }: Moment, now: Moment): Hindrance | null {
  if (date > now.date) return { why: "day-to-come" };
  if (act !== "no-show") return null;
  const from = Temporal.PlainDateTime.from(`${date}T${time}`).add({ minutes: NO_SHOW_AFTER });
  if (Temporal.PlainDateTime.compare(from, `${now.date}T${now.time}`) <= 0) return null;
  return { why: "too-early", from: from.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** Whoever has come and is given another day is awaited again. */
export const statusOn = (date: string, visit: Pick<Appointment, "status" | "date">): Status =>
  visit.status === "arrived" && visit.date !== date ? "booked" : visit.status;
