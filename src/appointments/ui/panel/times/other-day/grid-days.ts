import { daysAfter } from "../../../../../kit/dates.ts";
import { WEEKS_SHOWN } from "../../../../../kit/weeks-range.ts";
import type { Closing, Weeks } from "../../../../../overview/contract.ts";
import { inWordsOf, type Text } from "../../../../../text/text.ts";
import type { Availability } from "../../../../contract.ts";
import { timesFor } from "../other-wish.ts";

/** The days of the weeks in view, each with what of it is free. Pure. */

export interface GridDay {
  readonly date: string;
  /** "unknown": not answered yet */
  readonly state: "past" | "closed" | "full" | "free" | "unknown";
  readonly free: number;
  /** Of what the day could take from now on, so much is left: 0 to 1 */
  readonly share: number;
  readonly closed: Closing;
}

interface GridFacts {
  readonly today: string;
  readonly queue: number | null;
  /** The free times; undefined: not known yet */
  readonly days: Availability["days"] | undefined;
  readonly rooms: Weeks["days"] | undefined;
}

export const gridWeeks = (monday: string, facts: GridFacts): GridDay[][] =>
  Array.from({ length: WEEKS_SHOWN }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => gridDay(daysAfter(monday, week * 7 + day), facts)),
  );

export function gridDay(date: string, { today, queue, days, rooms }: GridFacts): GridDay {
  const free = timesFor(
    days?.find((day) => day.date === date),
    queue,
  ).length;
  const room = rooms?.find((day) => day.date === date);
  const queues = (room?.queues ?? []).filter(({ number }) => queue === null || number === queue);
  const closed = (queue === null ? room?.closed : (queues[0]?.closed ?? room?.closed)) ?? null;
  const offered = queues.reduce((sum, each) => sum + each.offered, 0);
  const left = queues.reduce((sum, each) => sum + each.free, 0);
  const state = () => {
    if (date < today) return "past";
    if (free > 0) return "free";
    if (closed) return "closed";
    return days && room ? "full" : "unknown";
  };
  return { date, state: state(), free, share: offered === 0 ? 0 : left / offered, closed };
}

const SOFT_HYPHENS = /\u00ad/g;

/** In a narrow cell, so they say where they may break: «αργία», «κλειστά», «πλήρης»; nothing where a number says it. */
export function shortWords({ state, closed }: GridDay, t: Text): string {
  if (state === "closed") return t(closed?.kind === "holiday" ? "panel.grid-holiday" : "panel.grid-closed");
  return state === "full" ? t("panel.grid-full") : "";
}

/** In full: «24 ελεύθερες ώρες», «αργία: Χριστούγεννα» */
export function fullWords(day: GridDay, t: Text): string {
  const words = shortWords(day, t).replaceAll(SOFT_HYPHENS, "");
  const reason = day.closed?.reason && inWordsOf(t, day.closed.reason, day.closed.reasonEn);
  if (day.state === "free") return t("panel.grid-free", { count: day.free });
  if (day.state === "closed" && reason) return t("panel.grid-reason", { words, reason });
  return day.state === "past" ? t("panel.grid-past") : words;
}
