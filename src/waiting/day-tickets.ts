import { callsOfDay, numbersOfDay } from "../appointments/line/day-line.ts";
import { queuesOfCaller } from "../appointments/of-day.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { offsetText } from "../platform/time.ts";
import type { DayTickets, TicketHistory } from "./contract.ts";
import { existingTicket } from "./existing.ts";
import { numberText } from "./number.ts";
import { presentedTicket } from "./present.ts";
import { lineTerms, ticketEvents, ticketsOn } from "./sql.ts";

/** The numbers of a day, and which queues the caller serves on it. */
export async function ticketsOfDay(tx: Read, office: OperableOffice, date: Temporal.PlainDate): Promise<DayTickets> {
  const [rows, queues, calls, numbers, line] = await Promise.all([
    ticketsOn(tx, office.id, date),
    queuesOfCaller(tx, office, date),
    callsOfDay(tx, office.id, date),
    numbersOfDay(tx, office.id, date),
    lineTerms(tx, office.id),
  ]);
  return {
    date: date.toString(),
    tickets: rows.map((row) => presentedTicket(office.code, row)),
    numbers: numbers.map(({ appointment, ...number }) => ({ appointment, number: numberText(number) })),
    calls: calls.map(({ visit, counter, at, ...number }) => ({
      visit,
      number: numberText(number),
      counter,
      at: offsetText(at),
    })),
    line,
    ownQueues: queues.filter(({ is_own }) => is_own).map(({ number }) => number),
  };
}

/** The acts on a number, the newest first. */
export async function ticketHistory(tx: Read, office: OperableOffice, id: string): Promise<TicketHistory> {
  const { id: known } = await existingTicket(tx, office, id);
  const events = await ticketEvents(tx, office.id, known);
  return {
    events: events.map(({ version, kind, at, by, undoes, paper_at }) => ({
      version,
      kind,
      at: offsetText(at),
      by,
      undoes,
      fromPaper: paper_at && offsetText(paper_at),
    })),
  };
}
