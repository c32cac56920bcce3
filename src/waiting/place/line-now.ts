import type { Appointment } from "../../appointments/contract.ts";
import { callsOfDay, numbersOfDay } from "../../appointments/line/day-line.ts";
import type { TicketStatus } from "../../appointments/statuses.ts";
import type { ActingOffice } from "../../identity/acting-office.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { LineTerms } from "../contract.ts";
import { whoIsHere } from "../here.ts";
import { numberText } from "../number.ts";
import type { Waiting } from "../rules.ts";
import { type CounterWay, waysToCounters } from "./counter-ways-sql.ts";

/** The one line of an office at a moment, without a name and without a service: what citizens may see of it. */
export interface LineNow {
  readonly terms: LineTerms;
  readonly visits: readonly VisitInLine[];
  /** In the order in which they are due */
  readonly waiting: readonly Pick<Waiting, "id" | "due">[];
  /** That stand, the latest first */
  readonly calls: readonly LineCallNow[];
}

export interface VisitInLine {
  readonly id: string;
  readonly number: string | null;
  readonly status: Appointment["status"] | TicketStatus;
  readonly isTicket: boolean;
  /** Since when they are here, or since when it is so */
  readonly since: Temporal.Instant;
  /** The appointed time */
  readonly time: string | null;
}

export interface LineCallNow {
  readonly visit: string;
  readonly number: string;
  readonly counter: number;
  /** Null: nobody has said where the counter is */
  readonly way: CounterWay | null;
  readonly at: Temporal.Instant;
}

export async function lineNow(tx: Read, office: ActingOffice, date: Temporal.PlainDate): Promise<LineNow> {
  const [{ visits, waiting, terms }, calls, numbers, ways] = await Promise.all([
    whoIsHere(tx, office, date),
    callsOfDay(tx, office.id, date),
    numbersOfDay(tx, office.id, date),
    waysToCounters(tx, office.id),
  ]);
  const numberOf = new Map(numbers.map(({ appointment, ...number }) => [appointment, numberText(number)]));
  return {
    terms,
    visits: visits.map(({ shown, ticket }) => ({
      id: shown.id,
      number: ticket ? shown.number : (numberOf.get(shown.id) ?? null),
      status: shown.status,
      isTicket: ticket !== null,
      since: ticket ? ticket.issued_at : Temporal.Instant.from(shown.statusAt),
      time: ticket ? null : shown.time,
    })),
    waiting: waiting.map(({ id, due }) => ({ id, due })),
    calls: calls.map(({ visit, counter, at, ...number }) => ({
      visit,
      counter,
      way: ways.get(counter) ?? null,
      at,
      number: numberText(number),
    })),
  };
}
