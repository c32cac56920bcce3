import { visitorOf } from "../../appointments/statuses.ts";
import type { LineCallNow, LineNow } from "./line-now.ts";

/** What somebody with a number is shown of the line: their own place, and the numbers that are called. Pure. */
export type OwnPlace = Shown &
  (
    | { readonly is: "waiting"; readonly ahead: number; readonly due: Temporal.Instant; readonly isTicket: boolean }
    | {
        readonly is: "called";
        readonly counter: number;
        readonly way: LineCallNow["way"];
        readonly at: Temporal.Instant;
        readonly recall: Recall;
      }
    | { readonly is: "serving"; readonly counter: number | null }
    | { readonly is: "served" }
    /** @param counter that called them in vain; null: they gave their place up, or were not called */
    | { readonly is: "left"; readonly counter: number | null }
    /** With an appointment of today: it is not noted that they have come */
    | { readonly is: "awaited" }
    /** They got no number: the day had no room for more */
    | { readonly is: "turned-away" }
  );

interface Shown {
  /** Null: all numbers of the day were given before, or they were turned away */
  readonly number: string | null;
  /** The last ones, the latest first, each number once */
  readonly calls: readonly LineCallNow[];
  readonly slackMinutes: number;
  readonly recallMinutes: number;
  /** Since when they are here */
  readonly since: Temporal.Instant;
  /** Numbers are called on a screen, and on the own phone */
  readonly hasDisplay: boolean;
}

/** When they are called again; null: they were called twice */
type Recall = Temporal.Instant | null;

const LAST_CALLS = 5;
const CALLS = 2;

/** Null: of such a visit there is no place today. */
export function ownPlace({ visits, waiting, calls, terms }: LineNow, id: string): OwnPlace | null {
  const visit = visits.find((each) => each.id === id);
  const visitor = visit && visitorOf(visit.status);
  if (!visit) return null;
  const own = calls.filter(({ visit: other }) => other === id);
  const last = own[0];
  const shown = {
    number: visit.number,
    calls: lastCalls(calls),
    slackMinutes: terms.slackMinutes,
    recallMinutes: terms.recallMinutes,
    since: visit.since,
    hasDisplay: terms.hasDisplay,
  };
  if (visitor === "awaited") return { ...shown, is: "awaited" };
  if (visitor === "at-counter") return { ...shown, is: "serving", counter: last?.counter ?? null };
  if (visit.status === "served") return { ...shown, is: "served" };
  if (visit.status === "turned-away") return { ...shown, is: "turned-away" };
  if (visit.status === "left") return { ...shown, is: "left", counter: last?.counter ?? null };
  const place = waiting.findIndex((each) => each.id === id);
  const due = waiting[place]?.due;
  if (!due) return null;
  if (!last) return { ...shown, is: "waiting", ahead: place, due, isTicket: visit.isTicket };
  const times = own.filter(({ counter }) => counter === last.counter).length;
  const recall = times >= CALLS ? null : last.at.add({ minutes: terms.recallMinutes });
  return { ...shown, is: "called", counter: last.counter, way: last.way, at: last.at, recall };
}

/** A number that was called again moves to the top: it is not there twice. */
function lastCalls(calls: readonly LineCallNow[]): LineCallNow[] {
  const first = new Map<string, LineCallNow>();
  for (const call of calls) if (!first.has(call.number)) first.set(call.number, call);
  return [...first.values()].slice(0, LAST_CALLS);
}
