import { appointmentsOfDay, type OfDay } from "../appointments/of-day.ts";
import type { ActingOffice } from "../identity/acting-office.ts";
import type { Read } from "../platform/database/sql.ts";
import type { LineTerms } from "./contract.ts";
import { presentedTicket } from "./present.ts";
import { type Waiting, whoWaits } from "./rules.ts";
import { lineTerms, type TicketRow, ticketsOn } from "./sql.ts";

/** Somebody of today: with an appointment, or with a number. */
export type VisitHere =
  | { readonly shown: OfDay["appointment"]; readonly row: OfDay["row"]; readonly ticket: null }
  | { readonly shown: ReturnType<typeof presentedTicket>; readonly row: null; readonly ticket: TicketRow };

/** The day as a counter sees it. */
export interface Here {
  readonly visits: readonly VisitHere[];
  readonly waiting: readonly Waiting[];
  readonly terms: LineTerms;
}

export async function whoIsHere(tx: Read, office: ActingOffice, date: Temporal.PlainDate): Promise<Here> {
  const [appointments, rows, terms] = await Promise.all([
    appointmentsOfDay(tx, office, date),
    ticketsOn(tx, office.id, date),
    lineTerms(tx, office.id),
  ]);
  const tickets = rows.map((ticket) => ({ shown: presentedTicket(office.code, ticket), row: null, ticket }));
  return {
    visits: [...appointments.map(({ row, appointment }) => ({ shown: appointment, row, ticket: null })), ...tickets],
    waiting: whoWaits(
      appointments.map(({ appointment }) => appointment),
      tickets.map(({ shown }) => shown),
      terms.slackMinutes,
    ),
    terms,
  };
}
