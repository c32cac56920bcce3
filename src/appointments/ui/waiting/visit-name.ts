import type { Office } from "../../../offices/contract.ts";
import type { Language, Text } from "../../../text/text.ts";
import type { DayTickets, ServedVisit, Ticket } from "../../../waiting/contract.ts";
import { spokenNumber } from "../../../waiting/number.ts";
import { fullName } from "../../person.ts";
import { serviceName } from "../service-words.ts";

/** How somebody who waits or is served is called: by name, or by number. */
export function visitName({ appointment, ticket }: ServedVisit, t: Text): string {
  if (appointment) return fullName(appointment, t);
  return ticket ? ticketName(ticket, t) : "";
}

/** «Β 117 ΛΕΜΟΝΗΣ Ανδρέας»: as the screen calls them, and by name. */
export function waitingName(visit: ServedVisit, numbers: DayTickets["numbers"], t: Text): string {
  const given = numbers.find(({ appointment }) => appointment === visit.appointment?.id);
  const name = visitName(visit, t);
  return given ? `${spokenNumber(given.number)} ${name}` : name;
}

export const ticketName = ({ number }: Ticket, t: Text): string =>
  number === null ? t("waiting.table-turned-away") : spokenNumber(number);

interface Words {
  readonly t: Text;
  readonly language: Language;
}

/** What somebody with a number needs: the service, or as much of it as they said at the entrance. */
export function neededService(office: Office, { service, serviceGroup }: Ticket, { t, language }: Words): string {
  if (service !== null) return serviceName(office, service, language);
  return t(`waiting.group-${serviceGroup ?? "other"}`);
}
