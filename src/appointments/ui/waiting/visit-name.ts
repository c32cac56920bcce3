import type { Text } from "../../../text/text.ts";
import type { ServedVisit, Ticket } from "../../../waiting/contract.ts";
import { spokenNumber } from "../../../waiting/number.ts";
import { fullName } from "../../person.ts";

/** How somebody who waits or is served is called: by name, or by number. */
export function visitName({ appointment, ticket }: ServedVisit, t: Text): string {
  if (appointment) return fullName(appointment, t);
  return ticket ? ticketName(ticket, t) : "";
}

export const ticketName = ({ number }: Ticket, t: Text): string =>
  number === null ? t("waiting.table-turned-away") : spokenNumber(number);
