import { useQuery } from "@tanstack/react-query";
import { Suspense, useRef, useState } from "react";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { Space, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { Icon } from "../../../kit/ui/icon.tsx";
import { lazyPart } from "../../../kit/ui/part.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";
import { BusyCounterMenu } from "./busy-counter-menu.tsx";
import { CounterPart } from "./counter-part.tsx";
import { JustBegunMenu } from "./just-begun-menu.tsx";
import { CalledPart } from "./line/called-part.tsx";
import { TurnReasonMenu } from "./line/turn-reason-menu.tsx";
import { NextPart } from "./next-part.tsx";
import { TicketButton } from "./ticket-button.tsx";
import { useCountTeller } from "./use-count-teller.ts";
import { minutesSince, useLine, type WaitingLine } from "./use-line.ts";
import { useNext } from "./use-next.ts";
import { usePressNext } from "./use-press-next.ts";
import { ticketsQuery } from "./waiting-queries.ts";
import "./waiting.css";

interface WaitingBarProps {
  readonly office: Office;
  readonly day: Day;
}

/** It may book as well, and comes once somebody was served, not before the day. */
const LastServedPart = lazyPart(() => import("../in-vain/last-served-part.tsx"), "LastServedPart");

/** Fetched once the plan is shown, so that «G» opens it at once. */
export const LazyLineTable = lazyPart(() => import("./line/line-table.tsx"), "LineTable");

/** Numbers beside the count: the line itself has all of them */
const CHIPS = 3;

/** Where the page has moved on to now, the line that a key opens above it would not be seen. */
const intoView = (line: HTMLElement | null) => line?.scrollIntoView({ block: "nearest" });

/** Above today's plan and table, in one row whatever waits: who is served at the clerk's counter, who is next, and the line. */
export function WaitingBar({ office, day }: WaitingBarProps) {
  const t = useText();
  const line = useLine(office.code, day);
  // Its room is kept: what is pressed below must not move under the finger.
  const tickets = useQuery(ticketsQuery(office.code, day.date));
  const isComing = tickets.isPending && day.queues.some(({ active }) => active);
  const [isOpen, setIsOpen] = useState(false);
  const nextRef = useRef<HTMLButtonElement>(null);
  const next = useNext(office.code);
  const pressing = usePressNext(line, next);
  const toggle = () => setIsOpen(!isOpen);
  useCountTeller(line?.waiting.length ?? null);
  useShortcuts({ KeyK: pressing.press, KeyG: toggle });
  const visits = { appointments: day.appointments, tickets: tickets.data?.tickets ?? [] };
  const isToday = day.date === day.now.date;
  const isAnyServed = [...visits.appointments, ...visits.tickets].some(({ status }) => status === "served");
  const lastServed = isToday && isAnyServed && (
    <Suspense fallback={null}>
      <LastServedPart {...{ office, visits }} queue={line?.counter.number ?? null} onNext={pressing.press} />
    </Suspense>
  );
  const questions = (
    <>
      <BusyCounterMenu office={office} day={day} />
      <TurnReasonMenu />
    </>
  );
  if (!line)
    return (
      <>
        {isComing && <div className="waiting waiting--coming sheet" aria-hidden="true" />}
        {lastServed}
        {questions}
      </>
    );
  return (
    <section className={classes("waiting sheet", isOpen && "is-open")} aria-label={t("waiting.bar")}>
      <CounterPart {...{ office, day, line }} />
      {lastServed}
      {line.called.map((one) => (
        <CalledPart key={one.id} office={office.code} line={line} one={one} />
      ))}
      <NextPart
        office={office}
        line={line}
        day={day}
        isPending={next.isPending}
        buttonRef={nextRef}
        onPress={pressing.press}
      />
      <LinePart {...{ office, line, isOpen, toggle }} />
      {isOpen && (
        <div
          ref={intoView}
          className="waiting__line sheet"
          onKeyDown={(event) => event.key === "Escape" && setIsOpen(false)}
        >
          <Suspense fallback={<p role="status">{t("shell.loading")}</p>}>
            <LazyLineTable {...{ office, day, line }} />
          </Suspense>
        </div>
      )}
      {pressing.doubted && (
        <JustBegunMenu visits={pressing.doubted} trigger={nextRef} onServed={pressing.send} onKeep={pressing.keep} />
      )}
      {questions}
    </section>
  );
}

interface LinePartProps {
  readonly office: Office;
  readonly line: WaitingLine;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** How many wait, the first numbers, and the way to all of them. */
function LinePart({ office, line, isOpen, toggle }: LinePartProps) {
  const t = useText();
  const { waiting, order, counter, now } = line;
  const longest = Math.max(0, ...waiting.map(({ since }) => minutesSince(since, now)));
  const tickets = order.flatMap(({ ticket }) => ticket ?? []).slice(0, CHIPS);
  return (
    <div className="waiting__part waiting__all">
      <p>
        <small>{t("waiting.all")}</small>
        <Space />
        <b>
          {t("waiting.count", { count: waiting.length })}
          {waiting.length > 0 && `, ${t("waiting.longest", { minutes: longest })}`}
        </b>
      </p>
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <TicketButton {...{ office, ticket, counter, now }} />
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <Button size="small" className="waiting__whole" aria-keyshortcuts="g" aria-expanded={isOpen} onClick={toggle}>
          <span className="waiting__words">{t("waiting.whole-line")}</span> {waiting.length}{" "}
          <kbd aria-hidden="true">G</kbd> <Icon name={isOpen ? "up" : "down"} />
        </Button>
      )}
    </div>
  );
}
