import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { shortDate } from "../../kit/dates.ts";
import type { Span } from "../../kit/spans.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button, buttonClass } from "../../kit/ui/button.tsx";
import { classes } from "../../kit/ui/classes.ts";
import { Icon } from "../../kit/ui/icon.tsx";
import type { OnlineShare, Queue } from "../contract.ts";
import { ActiveSwitch } from "./active-switch.tsx";
import { OnlineShareLine } from "./online-share.tsx";
import type { QueueAct } from "./queue-acts.ts";
import { QueueMenu } from "./queue-menu.tsx";
import { WeekStrip } from "./strip-view.tsx";
import type { StripDay } from "./week-strip.ts";

interface QueueRowProps {
  readonly office: string;
  readonly queue: Queue;
  readonly strip: readonly StripDay[];
  readonly range: Span;
  readonly canRule: boolean;
  readonly publicBooking: boolean;
  readonly online: OnlineShare | undefined;
  readonly onAct: (act: QueueAct) => void;
}

/** One queue: whose it is, its week, how long its slots are, whether it is active, and what can be done with it. */
export function QueueListRow({ office, queue, strip, range, canRule, publicBooking, online, onAct }: QueueRowProps) {
  const t = useText();
  const titleId = `queue-${queue.number}`;
  return (
    <section className={classes("queue", !queue.active && "is-off")} aria-labelledby={titleId}>
      <div>
        <h2 id={titleId}>{queue.name}</h2>
        <Tags queue={queue} />
        <Serving queue={queue} />
        {canRule && <OnlineShareLine share={online} isPublic={queue.public} />}
      </div>
      <WeekStrip days={strip} range={range} label={t("queues.week-of", { queue: queue.name })} />
      <p className="queue__minutes">
        <b>{t("queues.minutes-value", { minutes: queue.slotMinutes })}</b> <small>{t("queues.per-visit")}</small>
      </p>
      <ActiveSwitch office={office} queue={queue} canRule={canRule} onAct={onAct} />
      {canRule && <Acts office={office} queue={queue} publicBooking={publicBooking} onAct={onAct} />}
    </section>
  );
}

function Tags({ queue: { isDefault, ...queue } }: { queue: Queue }) {
  const t = useText();
  return (
    <div className="queue__tags">
      {isDefault && <span className="badge">{t("queues.default")}</span>}
      <span className={classes("badge", queue.public && "badge--navy")}>
        <Icon name={queue.public ? "eye" : "eye-off"} />
        {t(queue.public ? "queues.public" : "queues.hidden")}
      </span>
    </div>
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

type ActsProps = Pick<QueueRowProps, "office" | "queue" | "publicBooking" | "onAct">;

function Acts({ office, queue, publicBooking, onAct }: ActsProps) {
  const t = useText();
  const trigger = useRef<HTMLButtonElement>(null);
  const nameOf = (act: "hours" | "edit" | "employee" | "exception") => `${t(`queues.act-${act}`)}, ${queue.name}`;
  const named = (act: "hours" | "edit" | "employee") => ({
    onClick: () => onAct(act),
    "aria-label": nameOf(act),
    children: t(`queues.act-${act}`),
  });
  return (
    <div className="group queue__acts">
      {!queue.employee && <Button size="small" {...named("employee")} />}
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
      <Button size="small" {...named("hours")} />
      <Button size="small" {...named("edit")} />
      <QueueMenu queue={queue} publicBooking={publicBooking} trigger={trigger} onAct={onAct} />
    </div>
  );
}
