import { type Place, type Placement, placeFor } from "../../appointments/place/offer.ts";
import type { Facts } from "../../availability/facts.ts";
import { queueDays, takes, visitMinutes } from "../../availability/queue-day.ts";
import { localDay } from "../../platform/time.ts";
import { type Offering, onlineRoom } from "../online-days.ts";

export interface OnlineWish {
  readonly date: Temporal.PlainDate;
  readonly time: string;
}

export type OnlinePlacement =
  | Place
  | Extract<Placement, { refused: unknown }>
  | { readonly notOpen: "too-soon" | "later" };

/** The place for a time that a citizen has chosen, by just the rules by which it was offered. Pure. */
export function placeOnline(
  facts: Facts,
  { date, time }: OnlineWish,
  offering: Omit<Offering, "first" | "last">,
  nowMinute: number,
): OnlinePlacement {
  const { minutes, span } = offering;
  const open = queueDays(facts, localDay(date)).filter(({ queue }) => takes(queue, true));
  const { left } = onlineRoom(open, date.toString(), offering);
  const fitting = facts.queues.filter(({ slotMinutes }) => visitMinutes(slotMinutes, minutes) <= left);
  const all = placeFor(facts, { date, time, queue: null, minutes }, "online", nowMinute);
  if ("refused" in all) return all;
  if (all.visit.from < span.from) return { notOpen: "too-soon" };
  if (all.visit.from >= span.to) return { notOpen: "later" };
  if (fitting.length === 0) return { refused: { why: "slot-taken" } };
  return placeFor({ ...facts, queues: fitting }, { date, time, queue: null, minutes }, "online", nowMinute);
}
