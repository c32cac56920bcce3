import { useQuery } from "@tanstack/react-query";
import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";
import { isInTable, type ListedVisit, ticketVisit } from "../table/rows.ts";
import { ticketsQuery } from "./waiting-queries.ts";

/** All that a day's table may show, before filters. */
export function useListedVisits(office: Pick<Office, "code">, day: Day) {
  const { data } = useQuery(ticketsQuery(office.code, day.date));
  const appointments: readonly ListedVisit[] = day.appointments.filter(isInTable);
  const numbers = (data?.tickets ?? []).map(ticketVisit);
  return { appointments, numbers, visits: [...appointments, ...numbers] };
}
