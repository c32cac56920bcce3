import type { Appointment, Status } from "../../contract.ts";
import type { Moment } from "./first-times.ts";

/** Which acts an appointment's status allows, in the order in which they are usually wanted. Pure. */
export type Step = "arrival" | "service-start" | "completion" | "no-show";

export interface Acts {
  readonly steps: readonly Step[];
  readonly mayUndo: boolean;
  readonly mayEdit: boolean;
  readonly mayMove: boolean;
  readonly mayCancel: boolean;
}

const NO_SHOW_AFTER = 10;

export function actsOn(appointment: Appointment, now: Moment): Acts {
  const { status } = appointment;
  const isLive = status !== "cancelled" && status !== "expired";
  return {
    steps: stepsFrom(appointment, now),
    mayUndo: UNDONE_WITH_ONE_KEY.includes(status),
    mayEdit: isLive && status !== "held",
    mayMove: status === "booked" || status === "arrived",
    mayCancel: status === "booked",
  };
}

const UNDONE_WITH_ONE_KEY: readonly Status[] = ["arrived", "in-service", "served", "no-show", "cancelled"];

function stepsFrom(appointment: Appointment, now: Moment): Step[] {
  switch (appointment.status) {
    case "booked":
      if (appointment.date > now.date) return [];
      return isLate(appointment, now) ? ["arrival", "no-show"] : ["arrival"];
    case "arrived":
      return ["service-start"];
    case "in-service":
      return ["completion"];
    default:
      return [];
  }
}

/** Nobody is marked as absent before ten minutes have passed. */
function isLate({ date, time }: Appointment, now: Moment): boolean {
  const from = Temporal.PlainDateTime.from(`${date}T${time}`).add({ minutes: NO_SHOW_AFTER });
  return Temporal.PlainDateTime.compare(from, `${now.date}T${now.time}`) <= 0;
}
