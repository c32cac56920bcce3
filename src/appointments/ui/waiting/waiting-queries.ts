import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "../../../kit/api.ts";
import type { DayTickets, Next, NextRequest, ServedVisit, Ticket } from "../../../waiting/contract.ts";
import type { OutOfTurnReason } from "../../../waiting/turn-reasons.ts";
import { rememberAppointment } from "../queries.ts";

/** What the bar of those who wait reads and sends. */

const path = (office: string, rest: string) => `/api/offices/${encodeURIComponent(office)}/${rest}`;

export const ticketsQuery = (office: string, date: string) =>
  queryOptions({
    queryKey: ["tickets", office, date],
    queryFn: ({ signal }) => call<DayTickets>(path(office, `days/${date}/tickets`), { signal, mayBeUnchanged: true }),
  });

export const postWalkIn = (office: string, service: string, idempotencyKey: string) =>
  call<ServedVisit>(path(office, "walk-ins"), { method: "POST", body: { service }, idempotencyKey });

export const postTurnedAway = (office: string, service: string, idempotencyKey: string) =>
  call<Ticket>(path(office, "tickets"), { method: "POST", body: { service, turnedAway: true }, idempotencyKey });

export type TicketStep = "call" | "completion" | "departure" | "priority" | "undo";

/** `queue`: whose counter calls. */
export const postTicketAct = (
  { office, id, version }: Ticket,
  act: TicketStep,
  called: { readonly queue: number; readonly reason?: OutOfTurnReason | undefined } | null,
) =>
  call<Ticket>(path(office, `tickets/${id}/${act}`), {
    method: "POST",
    version,
    ...(act === "call" && called && { body: called }),
  });

export const postNext = (office: string, queue: number, body: NextRequest, idempotencyKey: string) =>
  call<Next>(path(office, `queues/${queue}/next`), { method: "POST", body, idempotencyKey });

export const postUndoNext = (office: string, id: string) =>
  call<{ id: string }>(path(office, `next/${id}/undo`), { method: "POST" });

/** Puts the server's answer where the bar and the table see it at once. */
export function rememberTicket(queryClient: QueryClient, ticket: Ticket): void {
  const { office, date } = ticket;
  const { queryKey } = ticketsQuery(office, date);
  queryClient.setQueryData<DayTickets>(queryKey, (day) => day && withTicket(day, ticket));
  void queryClient.invalidateQueries({ queryKey });
}

function withTicket(day: DayTickets, ticket: Ticket): DayTickets {
  const isKnown = day.tickets.some(({ id }) => id === ticket.id);
  const all = isKnown ? day.tickets.map((each) => (each.id === ticket.id ? ticket : each)) : [...day.tickets, ticket];
  return { ...day, tickets: all.filter(({ status }) => status !== "withdrawn") };
}

export function rememberVisit(queryClient: QueryClient, { appointment, ticket }: ServedVisit): void {
  if (appointment) rememberAppointment(queryClient, appointment);
  if (ticket) rememberTicket(queryClient, ticket);
}
