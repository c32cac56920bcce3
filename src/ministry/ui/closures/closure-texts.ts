import { daysAfter } from "../../../kit/dates.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import type { Closure, ClosureRequest, Closures } from "../../contract.ts";

type Now = Closures["now"];

export const emptyClosure = (today: string): Texts => ({
  region: "",
  from: today,
  fromTime: "",
  to: "",
  toTime: "",
  reason: "",
});

export function closureTexts({ region, reason, ...closure }: Closure): Texts {
  const [first, last] = [momentOf(closure.from), lastMoment(closure.to)];
  return {
    region: region ?? "",
    reason,
    from: first.date,
    fromTime: first.time === "00:00" ? "" : first.time,
    to: last.date === first.date ? "" : last.date,
    toTime: last.time === "24:00" ? "" : last.time,
  };
}

export const closureRequestOf = ({ region, from = "", fromTime, to, toTime, reason = "" }: Texts): ClosureRequest => ({
  region: region || null,
  from,
  fromTime: fromTime || "00:00",
  to: to || from,
  toTime: toTime || "24:00",
  reason,
});

/** From when to when, before the server has said it. */
export function closureTimeIn(texts: Texts): Pick<Closure, "from" | "to"> {
  const { from, fromTime, to, toTime } = closureRequestOf(texts);
  return { from: `${from}T${fromTime}`, to: `${to}T${toTime}` };
}

export type ClosureState = "coming" | "running" | "over";

/** Moments of Athens, to the minute, compare as text but in the hour that October has twice. */
export function stateOf({ from, to }: Pick<Closure, "from" | "to">, { date, time }: Now): ClosureState {
  const now = `${date}T${time}`;
  if (to.slice(0, 16) <= now) return "over";
  return from.slice(0, 16) <= now ? "running" : "coming";
}

interface Moment {
  readonly date: string;
  readonly time: string;
}

export const momentOf = (text: string): Moment => ({ date: text.slice(0, 10), time: text.slice(11, 16) });

/** A midnight that ends something is the day before's 24:00. */
export function lastMoment(text: string): Moment {
  const { date, time } = momentOf(text);
  return time === "00:00" ? { date: daysAfter(date, -1), time: "24:00" } : { date, time };
}
