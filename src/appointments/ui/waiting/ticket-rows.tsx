import { timeOf } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Ticket } from "../../../waiting/contract.ts";
import type { Day } from "../../contract.ts";
import { visitorOf } from "../../statuses.ts";
import { serviceName } from "../panel/words/field-words.ts";
import { TicketButton } from "./ticket-button.tsx";
import { minutesSince, nowOfDay, type ServingCounter, useTicketsOf } from "./use-line.ts";

interface TicketRowsProps {
  readonly office: Office;
  readonly day: Day;
}

/** In the day's table, above the appointments: the numbers, those first with which something is still to do. */
export function TicketRows({ office, day }: TicketRowsProps) {
  const t = useText();
  const { tickets, counter } = useTicketsOf(office.code, day);
  if (tickets.length === 0 || !counter) return null;
  const sorted = tickets.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)));
  return (
    <tbody aria-label={t("waiting.table-group")}>
      {sorted.map((ticket) => (
        <TicketRow key={ticket.id} {...{ office, day, ticket, counter }} />
      ))}
    </tbody>
  );
}

const isOver = ({ status }: Ticket): boolean => visitorOf(status) === null;

function TicketRow({ office, day, ticket, counter }: TicketRowsProps & { ticket: Ticket; counter: ServingCounter }) {
  const t = useText();
  const { language } = useLanguage();
  const { status, queue, issuedAt, statusAt } = ticket;
  const now = nowOfDay(day);
  const words = () => {
    if (status !== "arrived") return `${t(`waiting.status-${status}`)} ${timeOf(statusAt)}`;
    const minutes = minutesSince(Temporal.Instant.from(issuedAt), now);
    return t(ticket.calledAt ? "waiting.table-called" : "waiting.table-waits", { minutes });
  };
  return (
    <tr>
      <td className="table__time">{timeOf(issuedAt)}</td>
      <th scope="row" className="table__name">
        <TicketButton {...{ office, ticket, counter, now }} isInTable /> <small>{t("waiting.table-number")}</small>
      </th>
      <td className="table__service">{serviceName(office, ticket.service, language)}</td>
      <td className="table__queue">
        {day.queues.find(({ number }) => number === queue)?.name ?? t("waiting.no-queue")}
      </td>
      <td className="table__status">
        <b>{words()}</b>
      </td>
      <td className="table__phone" />
      <td className="table__email" />
      <td className="table__channel" />
      <td className="table__acts" />
    </tr>
  );
}
