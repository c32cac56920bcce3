import { useState } from "react";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { ServedVisit } from "../../../waiting/contract.ts";
import { minutesFrom } from "../../../waiting/rules.ts";
import type { Day } from "../../contract.ts";
import { useDayNavigation } from "../use-day-navigation.ts";
import { BusyCounterMenu } from "./busy-counter-menu.tsx";
import { TicketButton } from "./ticket-button.tsx";
import { UnnamedDialog } from "./unnamed-dialog.tsx";
import { minutesSince, type ServingCounter, useLine, type WaitingLine } from "./use-line.ts";
import { useNext } from "./use-next.ts";
import { visitName } from "./visit-name.ts";
import "./waiting.css";

interface WaitingBarProps {
  readonly office: Office;
  readonly day: Day;
}

/** Above today's plan and table: who is served at the clerk's counter, who is next, and who waits with a number. */
export function WaitingBar({ office, day }: WaitingBarProps) {
  const t = useText();
  const line = useLine(office.code, day);
  const [isAdding, setIsAdding] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const next = useNext(office.code);
  const queueName = line ? (day.queues.find(({ number }) => number === line.queue)?.name ?? "") : "";
  const press = () => {
    if (line && !next.isPending) next.mutate({ queue: line.queue, served: line.served });
  };
  useShortcuts({ KeyK: press, KeyA: () => setIsAdding(true) });
  if (!line) return <BusyCounterMenu office={office} day={day} />;
  const { first, served, waiting, now } = line;
  const counter = { number: line.queue, name: queueName, served };
  const names = {
    ends: served.map((visit) => visitName(visit, t)).join(", "),
    starts: first ? visitName(first, t) : "",
  };
  return (
    <section className={classes("waiting sheet", isOpen && "is-open")} aria-label={t("waiting.bar")}>
      {line.isAsked && <CounterChoice day={day} line={line} />}
      <div className="waiting__part">
        <small>{t("waiting.now", { queue: queueName })}</small>
        {served.length === 0 && <span>{t("waiting.nobody")}</span>}
        {served.map((visit) => (
          <Served key={(visit.appointment ?? visit.ticket)?.id} visit={visit} {...{ office, counter, now }} />
        ))}
      </div>
      <div className="waiting__part waiting__then">
        <p>
          <small>{thenWords(line)}</small>
          <b>{first ? names.starts : t("waiting.nobody-waits")}</b>
        </p>
        <Button
          look="ghost"
          size="small"
          className="waiting__more"
          aria-expanded={isOpen}
          aria-label={t("waiting.more", { count: waiting.length })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {waiting.length} <Icon name={isOpen ? "up" : "down"} />
        </Button>
        <Button
          look="primary"
          aria-keyshortcuts="k"
          aria-disabled={next.isPending || (!first && served.length === 0)}
          title={titleFor()}
          onClick={press}
        >
          {t("waiting.next")} <kbd aria-hidden="true">K</kbd>
        </Button>
      </div>
      <div className="waiting__part waiting__all">
        <p>
          <small>{t("waiting.all")}</small>
          <b>
            {t("waiting.count", { count: waiting.length })}
            {waiting.length > 0 && `, ${t("waiting.longest", { minutes: longestOf(line) })}`}
          </b>
        </p>
        <ul>
          {waiting.map(
            ({ ticket }) =>
              ticket && (
                <li key={ticket.id}>
                  <TicketButton {...{ office, ticket, counter, now }} />
                </li>
              ),
          )}
        </ul>
        <Button className="waiting__add" aria-keyshortcuts="a" onClick={() => setIsAdding(true)}>
          <Icon name="person" /> {t("waiting.add")} <kbd aria-hidden="true">A</kbd>
        </Button>
      </div>
      {isAdding && <UnnamedDialog office={office} day={day} onClose={() => setIsAdding(false)} />}
      <BusyCounterMenu office={office} day={day} />
    </section>
  );

  /** Whose visit ends is said before it is pressed, too. */
  function titleFor(): string {
    if (!names.starts) return names.ends ? t("waiting.next-only-ends", names) : t("waiting.nobody-waits");
    return t(names.ends ? "waiting.next-ends" : "waiting.next-starts", names);
  }

  function thenWords({ first: one }: WaitingLine): string {
    if (!one) return t("waiting.then-none");
    return minutesFrom(now, one.since) > 0
      ? t("waiting.then-early")
      : t("waiting.then-waits", { minutes: minutesSince(one.since, now) });
  }
}

const longestOf = ({ waiting, now }: WaitingLine): number =>
  Math.max(...waiting.map(({ since }) => minutesSince(since, now)));

/** A clerk without a queue of their own, or with several, says at whose counter they are. */
function CounterChoice({ day, line }: { day: Day; line: WaitingLine }) {
  const t = useText();
  return (
    <label className="waiting__part">
      <small>{t("waiting.counter")}</small>
      <select className="input" value={line.queue} onChange={({ target }) => line.chooseQueue(Number(target.value))}>
        {day.queues.map(({ number, name }) => (
          <option key={number} value={number}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ServedProps {
  readonly visit: ServedVisit;
  readonly office: Office;
  readonly counter: ServingCounter;
  readonly now: Temporal.Instant;
}

function Served({ visit, office, counter, now }: ServedProps) {
  const t = useText();
  const { openAppointment } = useDayNavigation();
  const { appointment, ticket } = visit;
  if (ticket) return <TicketButton {...{ office, ticket, counter, now }} />;
  if (!appointment) return null;
  const minutes = minutesSince(Temporal.Instant.from(appointment.statusAt), now);
  return (
    <Button look="link" size="small" wraps onClick={() => openAppointment(appointment.id)}>
      {visitName(visit, t)}, {t("waiting.minutes", { minutes })}
    </Button>
  );
}
