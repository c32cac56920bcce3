import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { shortDate } from "../../kit/dates.ts";
import type { Span } from "../../kit/spans.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button, buttonClass } from "../../kit/ui/button.tsx";
import { classes } from "../../kit/ui/classes.ts";
import { Icon } from "../../kit/ui/icon.tsx";
import type { Queue } from "../contract.ts";
import { ActiveSwitch } from "./active-switch.tsx";
import type { QueueAct } from "./queue-acts.ts";
import { QueueMenu } from "./queue-menu.tsx";
import { WeekStrip } from "./strip-view.tsx";
import { UsualWords } from "./usual-words.tsx";
import type { StripDay } from "./week-strip.ts";

interface QueueRowProps {
  readonly office: string;
  readonly today: string;
  readonly queue: Queue;
  readonly strip: readonly StripDay[];
  readonly range: Span;
  readonly canRule: boolean;
  readonly publicBooking: boolean;
  readonly onAct: (act: QueueAct) => void;
}

/** One queue in a line: whose it is, what is usual, its week, whether it is active, and what can be done with it. */
export function QueueListRow({ office, today, queue, strip, range, canRule, publicBooking, onAct }: QueueRowProps) {
  const t = useText();
  const titleId = `queue-${queue.number}`;
  return (
    <section className={classes("queue", !queue.active && "is-off")} aria-labelledby={titleId}>
      <div>
        <h2 id={titleId}>{queue.name}</h2> <Publicity queue={queue} />
        <Serving queue={queue} />
        {canRule && !queue.employee && (
          <Button
            look="link"
            size="small"
            onClick={() => onAct("employee")}
            aria-label={`${t("queues.act-employee")}, ${queue.name}`}
          >
            {t("queues.act-employee")}
          </Button>
        )}
      </div>
      <UsualWords queue={queue} days={strip} />
      <WeekStrip days={strip} range={range} label={t("queues.week-of", { queue: queue.name })} />
      <ActiveSwitch office={office} queue={queue} canRule={canRule} onAct={onAct} />
      {canRule && <Acts office={office} today={today} queue={queue} publicBooking={publicBooking} onAct={onAct} />}
    </section>
  );
}

function Publicity({ queue }: { queue: Queue }) {
  const t = useText();
  return (
    <span className={classes("badge", queue.public && "badge--navy")}>
      <Icon name={queue.public ? "eye" : "eye-off"} />
      {t(queue.public ? "queues.is-public" : "queues.is-hidden")}
    </span>
  );
}

/** Its employee, and who serves it instead on a day to come. */
function Serving({ queue: { employee, substitutes } }: { queue: Queue }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <>
      <p className="queue__employee">
        <Icon name="person" />
        {employee?.name ?? t("queues.no-employee")}
      </p>
      {substitutes.map(({ date, employee: { name } }) => (
        <p key={date} className="hint">
          {t("queues.instead", { date: shortDate(date, language), name })}
        </p>
      ))}
    </>
  );
}

type ActsProps = Pick<QueueRowProps, "office" | "today" | "queue" | "publicBooking" | "onAct">;

function Acts({ office, today, queue, publicBooking, onAct }: ActsProps) {
  const t = useText();
  const trigger = useRef<HTMLButtonElement>(null);
  const nameOf = (act: "hours" | "exception") => `${t(`queues.act-${act}`)}, ${queue.name}`;
  return (
    <div className="group queue__acts">
      <Link
        className={buttonClass("plain", "small")}
        to="/offices/$office/exceptions/new"
        params={{ office }}
        search={{ queue: queue.number }}
        aria-label={nameOf("exception")}
      >
        <Icon name="plus" />
        {t("queues.act-exception")}
      </Link>
      <Button size="small" onClick={() => onAct("hours")} aria-label={nameOf("hours")}>
        {t("queues.act-hours")}
      </Button>
      <QueueMenu
        office={office}
        today={today}
        queue={queue}
        publicBooking={publicBooking}
        trigger={trigger}
        onAct={onAct}
      />
    </div>
  );
}
