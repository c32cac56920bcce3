import type { ServedVisit } from "../../../waiting/contract.ts";
import type { TodaysVisits } from "./visit-in-question.ts";

/** The served visit whose row, card or number has the focus: a key is of that one. */
export function servedAtFocus({ appointments, tickets }: TodaysVisits): ServedVisit | null {
  const shown = document.activeElement?.closest<HTMLElement>("[data-row], [data-appointment], [data-ticket]");
  const { row, appointment, ticket } = shown?.dataset ?? {};
  const id = row ?? appointment ?? ticket;
  const isIt = (visit: { readonly id: string; readonly status: string }) =>
    visit.id === id && visit.status === "served";
  const found = { appointment: appointments.find(isIt) ?? null, ticket: tickets.find(isIt) ?? null };
  return found.appointment || found.ticket ? found : null;
}
