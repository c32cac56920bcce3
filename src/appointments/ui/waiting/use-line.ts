import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { instantOf, localDay, minuteOfDay } from "../../../platform/time.ts";
import type { DayTickets, ServedVisit } from "../../../waiting/contract.ts";
import { CALLS_BEFORE_ABSENT, lineOf, minutesOnClock, type Waiting, whoWaits } from "../../../waiting/rules.ts";
import type { Day } from "../../contract.ts";
import { servedAt } from "./served-at.ts";
import { ticketsQuery } from "./waiting-queries.ts";

/** The counter that calls and serves: its queue, and who is served there. */
export interface ServingCounter {
  readonly number: number;
  readonly name: string;
  readonly served: readonly ServedVisit[];
}

/** Who waits today, who is served at the clerk's counter, and who is next there. */
export interface WaitingLine {
  readonly counter: ServingCounter;
  readonly chooseQueue: (queue: number) => void;
  /** More than one counter, or none, is the clerk's: which one is asked */
  readonly isAsked: boolean;
  /** Of the whole office, in the order in which they are due */
  readonly waiting: readonly Waiting[];
  /** In the order in which this counter takes them */
  readonly order: readonly Waiting[];
  /** Whom this counter has called, and who has not come yet; where no screen shows calls they are the next one */
  readonly called: readonly Waiting[];
  /** Those of them who have not come after so many calls that «Επόμενος» notes them as gone */
  readonly absent: readonly Waiting[];
  /** Whom other counters have called: they come last, and not in this counter's order */
  readonly elsewhere: readonly Waiting[];
  readonly first: Waiting | null;
  readonly now: Temporal.Instant;
  readonly day: Pick<DayTickets, "line" | "calls" | "numbers">;
}

export function useLine(office: string, day: Day): WaitingLine | null {
  const { data } = useQuery({ ...ticketsQuery(office, day.date), enabled: day.date === day.now.date });
  const [chosen, setChosen] = useState<number | null>(null);
  if (!data) return null;
  const own = day.queues.filter(({ number }) => data.ownQueues.includes(number));
  const queue = day.queues.find(({ number }) => number === chosen) ?? own[0] ?? day.queues.find(({ active }) => active);
  if (!queue) return null;
  const { number, name } = queue;
  const { slackMinutes, hasDisplay } = data.line;
  const waiting = whoWaits(day.appointments, data.tickets, slackMinutes);
  const order = lineOf(number, waiting);
  const called = hasDisplay ? order.filter(({ counter }) => counter === number) : [];
  const callsOf = ({ id }: Waiting) =>
    data.calls.filter(({ visit, counter }) => visit === id && counter === number).length;
  return {
    counter: { number, name, served: servedAt(number, day.appointments, data.tickets) },
    chooseQueue: setChosen,
    isAsked: own.length !== 1 || number !== own[0]?.number,
    waiting,
    order,
    called,
    absent: called.filter((one) => callsOf(one) >= CALLS_BEFORE_ABSENT),
    elsewhere: waiting.filter((one) => !order.includes(one)),
    first: order.find((each) => !called.includes(each)) ?? null,
    now: nowOfDay(day),
    day: data,
  };
}

export const nowOfDay = ({ now }: Day): Temporal.Instant =>
  instantOf(localDay(Temporal.PlainDate.from(now.date)).at(minuteOfDay(now.time)));

/** Whole minutes; the clock of the page may be a minute behind. */
export const minutesSince = (since: Temporal.Instant, now: Temporal.Instant): number =>
  Math.max(0, minutesOnClock(since, now));

/** All numbers of a day, and the counter for their acts. */
export function useTicketsOf(office: string, day: Day) {
  const { data } = useQuery(ticketsQuery(office, day.date));
  const line = useLine(office, day);
  const own = data?.ownQueues.find((each) => day.queues.some(({ number }) => number === each));
  const queue = day.queues.find(({ number }) => number === (line?.counter.number ?? own)) ?? day.queues[0];
  const counter = queue && { number: queue.number, name: queue.name, served: line?.counter.served ?? [] };
  return { tickets: data?.tickets ?? [], counter };
}
