import { offsetText } from "../platform/time.ts";
import type { Ticket } from "./contract.ts";
import { numberText } from "./number.ts";
import type { TicketRow } from "./sql.ts";

/** A row as the API shows it. */
export const presentedTicket = (office: string, row: TicketRow): Ticket => ({
  id: row.id,
  office,
  date: row.date,
  number: row.letter === null || row.number === null ? null : numberText({ letter: row.letter, number: row.number }),
  service: row.service,
  serviceGroup: row.service_group,
  queue: row.queue,
  status: row.status,
  statusAt: offsetText(row.status_at),
  issuedAt: offsetText(row.issued_at),
  calledAt: row.called_at && offsetText(row.called_at),
  statutory: row.is_statutory,
  version: row.version,
});
