import { type OwnTexts, textsByOwnQueues } from "../appointments/day/own-texts.ts";
import { callsOfDay, numbersOfDay } from "../appointments/line/day-line.ts";
import { queuesOfDate } from "../appointments/of-day.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { declaredText } from "../platform/http/contract/declared-only.ts";
import { readyContent } from "../platform/http/ready-json.ts";
import { offsetText } from "../platform/time.ts";
import { dayTicketsResponse, type TicketHistory } from "./contract.ts";
import { existingTicket } from "./existing.ts";
import { numberText } from "./number.ts";
import { presentedTicket } from "./present.ts";
import { lineTerms, ticketEvents, ticketsOn } from "./sql.ts";

const text = declaredText(dayTicketsResponse);

/** The numbers of a day, to each with the queues that they serve on it. */
export async function ticketsOfDay(tx: Read, office: OperableOffice, date: Temporal.PlainDate): Promise<OwnTexts> {
  const [rows, queues, calls, numbers, line] = await Promise.all([
    ticketsOn(tx, office.id, date),
    queuesOfDate(tx, office.id, date),
    callsOfDay(tx, office.id, date),
    numbersOfDay(tx, office.id, date),
    lineTerms(tx, office.id),
  ]);
  const day = {
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
  };
  const servedBy = queues.map(({ served_by }) => served_by);
  return textsByOwnQueues(servedBy, (own) => {
    const ownQueues = queues.filter((_, at) => own[at]).map(({ number }) => number);
    return readyContent(text({ ...day, ownQueues }));
  });
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
