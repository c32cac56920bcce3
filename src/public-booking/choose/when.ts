import { z } from "zod";
import { inPartsOfDay, PARTS_OF_DAY } from "../../appointments/parts-of-day.ts";
import type { OnlineDay } from "../online-days.ts";

/** When somebody can come: a part of any day, or Saturdays whole. Each that is ticked widens what is shown. Pure. */
export const WHEN = [...PARTS_OF_DAY.map(({ name }) => name), "saturday"] as const;
export type When = (typeof WHEN)[number];

/** «?when=afternoon&when=saturday»: those that there are, in order; anything else is passed over. */
export const whenIn = (given: unknown): readonly When[] => WHEN.filter((name) => [given].flat().includes(name));

export const whenField = z.unknown().optional().transform(whenIn);

const SATURDAY = 6;

/** The times of a day at which they can come: all, where nothing is ticked. */
export function fitting({ date, times }: Pick<OnlineDay, "date" | "times">, when: readonly When[]): readonly string[] {
  const isWhole = when.length === 0 || (when.includes("saturday") && isSaturday(date));
  return isWhole ? times : inPartsOfDay(times).flatMap((part) => (when.includes(part.name) ? part.times : []));
}

export const isSaturday = (date: string): boolean => Temporal.PlainDate.from(date).dayOfWeek === SATURDAY;

/** A day as it is shown to whoever can come only then. */
export interface DayChoice extends Omit<OnlineDay, "state"> {
  /** "other": it has times, but none at which they can come */
  readonly state: OnlineDay["state"] | "other";
}

export function dayChoice(day: OnlineDay, when: readonly When[]): DayChoice {
  const times = fitting(day, when);
  return { ...day, times, state: times.length < 1 && day.state === "free" ? "other" : day.state };
}
