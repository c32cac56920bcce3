import type { Appointment, Status } from "../../contract.ts";
import type { Moment } from "./first-times.ts";

/** Which acts are open for an appointment now, and why the others are not: for card, panel, keys and table alike. Pure. */

/** In the order in which they are usually wanted */
const STEPS = ["arrival", "service-start", "completion", "no-show"] as const;

export type Step = (typeof STEPS)[number];
export type Act = Step | "edit" | "move" | "cancel" | "undo";

export interface Acts {
  readonly steps: readonly Step[];
  readonly mayUndo: boolean;
  readonly mayEdit: boolean;
  readonly mayMove: boolean;
  readonly mayCancel: boolean;
}

export function actsOn(appointment: Appointment, now: Moment): Acts {
  const may = (act: Act) => hindranceOf(act, appointment, now) === null;
  return {
    steps: STEPS.filter(may),
    mayUndo: may("undo"),
    mayEdit: may("edit"),
    mayMove: may("move"),
    mayCancel: may("cancel"),
  };
}

export interface Hindrance {
  readonly why: Why;
  /** From when on it may be done */
  readonly from?: string;
}

type Why =
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
  | "held"
  | "only-booked";

/** Why this act can't be done now; null when it can. */
export function hindranceOf(act: Act, appointment: Appointment, now: Moment): Hindrance | null {
  const { status, version } = appointment;
  const why = HINDERED[act][status];
  if (why) return { why };
  if (status !== "booked") return null;
  if (act === "undo") return version > 1 ? null : { why: "only-booked" };
  return act === "arrival" || act === "no-show" ? tooEarly(act, appointment, now) : null;
}

const GONE = { cancelled: "cancelled", expired: "expired", held: "held" } as const;

const HINDERED: Readonly<Record<Act, Readonly<Partial<Record<Status, Why>>>>> = {
  arrival: { ...GONE, arrived: "done", "in-service": "done", served: "done", "no-show": "missed" },
  "service-start": { ...GONE, booked: "not-arrived", "in-service": "done", served: "done", "no-show": "missed" },
  completion: { ...GONE, booked: "not-arrived", arrived: "not-started", served: "done", "no-show": "missed" },
  "no-show": { ...GONE, arrived: "present", "in-service": "present", served: "present", "no-show": "done" },
  edit: GONE,
  move: { ...GONE, "in-service": "begun", served: "begun", "no-show": "missed" },
  cancel: { ...GONE, arrived: "present", "in-service": "present", served: "present", "no-show": "missed" },
  undo: { expired: "expired", held: "held" },
};

const NO_SHOW_AFTER = 10;

/** Nobody arrives on a day that is still to come, and nobody is marked as absent before ten minutes have passed. */
function tooEarly(act: "arrival" | "no-show", { date, time }: Appointment, now: Moment): Hindrance | null {
  if (date > now.date) return { why: "day-to-come" };
  if (act === "arrival") return null;
  const from = Temporal.PlainDateTime.from(`${date}T${time}`).add({ minutes: NO_SHOW_AFTER });
  if (Temporal.PlainDateTime.compare(from, `${now.date}T${now.time}`) <= 0) return null;
  return { why: "too-early", from: from.toPlainTime().toString({ smallestUnit: "minute" }) };
}
