import { timeOf } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";
import { StatusGlyph } from "../status-glyph.tsx";
import type { ListedTicket } from "../table/rows.ts";
import { TicketButton } from "./ticket-button.tsx";
import { minutesSince, nowOfDay, type ServingCounter } from "./use-line.ts";
import { ticketActsOn, useTicketMenu } from "./use-ticket-menu.ts";

interface TicketTableRowProps {
  readonly office: Office;
  readonly day: Day;
  readonly row: ListedTicket;
  readonly counter: ServingCounter;
  readonly isTabStop: boolean;
}

/** In the day's table: somebody who waits, is served or has left with a number. */
export function TicketTableRow({ office, day, row, counter, isTabStop }: TicketTableRowProps) {
  const t = useText();
  const { ticket, visit } = row;
  const { status, issuedAt, statusAt } = ticket;
  const now = nowOfDay(day);
  const menu = useTicketMenu(office, counter);
  const act = ticketActsOn(ticket).find((one) => one === "start" || one === "completion");
  const words = () => {
    if (status !== "arrived") return `${t(`waiting.status-${status}`)} ${timeOf(statusAt)}`;
    const minutes = minutesSince(Temporal.Instant.from(issuedAt), now);
    return t(ticket.calledAt ? "waiting.table-called" : "waiting.table-waits", { minutes });
  };
  return (
    <tr data-row={ticket.id} className={classes(`is-${status}`)}>
      <td className="table__time">{visit.time}</td>
      <th scope="row" className="table__name">
        <TicketButton {...{ office, ticket, counter, now, isTabStop }} isInTable />{" "}
        <small>{t("waiting.table-number")}</small>
      </th>
      <td className="table__service">{row.service}</td>
      <td className="table__queue">{row.queue}</td>
      <td className="table__status">
        {status !== "turned-away" && status !== "withdrawn" && <StatusGlyph status={status} />} <b>{words()}</b>
      </td>
      <td className="table__phone" />
      <td className="table__email" />
      <td className="table__channel">{row.channel}</td>
      <td className="table__acts">
        <div>
          {act && (
            <Button
              size="small"
              tabIndex={isTabStop ? 0 : -1}
              aria-label={t("plan.actFor", { act: wordFor(act), name: row.first, time: visit.time })}
              aria-disabled={menu.isPending}
              onClick={({ currentTarget }) => menu.choose(ticket, act, currentTarget)}
            >
              {wordFor(act)}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );

  function wordFor(what: "start" | "completion"): string {
    return t(what === "start" ? "plan.act-service-start" : "plan.act-completion");
  }
}
