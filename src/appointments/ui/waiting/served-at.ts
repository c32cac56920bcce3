import type { QueryClient } from "@tanstack/react-query";
import type { ServedVisit, Ticket } from "../../../waiting/contract.ts";
import { isBeingServed, servingQueueOf } from "../../../waiting/rules.ts";
import type { Appointment } from "../../contract.ts";
import { dayQuery } from "../queries.ts";
import { ticketsQuery } from "./waiting-queries.ts";

/** «Τώρα» at a queue's counter. */
export const servedAt = (
  queue: number,
  appointments: readonly Appointment[],
  tickets: readonly Ticket[],
): ServedVisit[] => [
  ...appointments.filter((each) => isBeingServed(queue, each)).map((appointment) => ({ appointment, ticket: null })),
  ...tickets.filter((each) => isBeingServed(queue, each)).map((ticket) => ({ appointment: null, ticket })),
];

/** The same of today, as far as the page knows; on another day nobody is served now. */
export function cachedServedAt(
  queryClient: QueryClient,
  { office, date, ...visit }: Pick<Appointment, "office" | "date" | "queue" | "counter">,
): ServedVisit[] {
  const day = queryClient.getQueryData(dayQuery(office, date).queryKey);
  if (day?.now.date !== date) return [];
  const tickets = queryClient.getQueryData(ticketsQuery(office, date).queryKey)?.tickets ?? [];
  return servedAt(servingQueueOf(visit), day.appointments, tickets);
}
