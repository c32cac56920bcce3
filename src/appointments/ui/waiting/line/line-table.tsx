import { timeOf } from "../../../../kit/dates.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import type { Office } from "../../../../offices/contract.ts";
import { clockTextOf } from "../../../../platform/time.ts";
import type { Waiting } from "../../../../waiting/rules.ts";
import type { Day } from "../../../contract.ts";
import { ruleInWords } from "../../../line/rule-in-words.ts";
import { longerWords } from "../../needs/longer.ts";
import { NeedsMark } from "../../needs/needs-mark.tsx";
import { visitServices } from "../../service-words.ts";
import { useDayNavigation } from "../../use-day-navigation.ts";
import { TicketButton } from "../ticket-button.tsx";
import { minutesSince, type WaitingLine } from "../use-line.ts";
import { neededService, visitName, waitingName } from "../visit-name.ts";
import { useTakeWaiting } from "./use-take-waiting.ts";
import "../../../../text/beside.ts";

interface LineTableProps {
  readonly office: Office;
  readonly day: Day;
  readonly line: WaitingLine;
}

/** All who wait in the office, in the order in which they are due: why there, and each can be taken before others, with a reason. */
export function LineTable({ office, day, line }: LineTableProps) {
  const t = useText();
  return (
    <table className="line">
      <caption>{ruleInWords(line.day.line.slackMinutes, t)}</caption>
      <thead>
        <tr>
          <th scope="col">{t("waiting.line-who")}</th>
          <th scope="col">{t("waiting.line-waits")}</th>
          <th scope="col">{t("waiting.line-service")}</th>
          <th scope="col">{t("waiting.line-due")}</th>
          <th scope="col">
            <span className="visually-hidden">{t("waiting.line-take")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {[...line.order, ...line.elsewhere].map((one) => (
          <Row key={one.id} {...{ office, day, line, one }} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ office, day, line, one }: LineTableProps & { readonly one: Waiting }) {
  const t = useText();
  const { language } = useLanguage();
  const { openAppointment } = useDayNavigation();
  const taking = useTakeWaiting(office.code, line);
  const { appointment, ticket } = one;
  const { now, counter } = line;
  const longer = appointment && longerWords(appointment, { office, queues: day.queues }, t);
  return (
    <tr>
      <th scope="row">
        {ticket && <TicketButton {...{ office, ticket, counter, now }} isInTable />}
        {appointment && (
          <Button look="link" size="small" wraps onClick={() => openAppointment(appointment.id)}>
            {waitingName(one, line.day.numbers, t)}
            <NeedsMark {...appointment} />
          </Button>
        )}
      </th>
      <td>{t("waiting.minutes", { minutes: minutesSince(one.since, now) })}</td>
      <td>
        {ticket && neededService(office, ticket, { t, language })}
        {appointment && visitServices(office, appointment, language)}
        {longer && <small>, {longer}</small>}
      </td>
      <td>{dueWords(one)}</td>
      <td>
        <Button
          size="small"
          aria-disabled={taking.isPending}
          aria-label={t(line.day.line.hasDisplay ? "waiting.take-call" : "waiting.take-start", {
            name: visitName(one, t),
          })}
          onClick={() => taking.take(one)}
        >
          <Icon name={line.day.line.hasDisplay ? "speaker" : "play"} />
        </Button>
      </td>
    </tr>
  );

  /** Why it stands there. */
  function dueWords({ appointment: booked, ticket: given, queue, counter: calling, due }: Waiting): string {
    if (calling !== null && line.day.line.hasDisplay)
      return t("waiting.due-called", { queue: day.queues.find(({ number }) => number === calling)?.name ?? "" });
    if (given)
      return given.statutory
        ? t("waiting.due-statutory", { time: timeOf(given.issuedAt) })
        : t("waiting.due-number", { time: timeOf(given.issuedAt), count: line.day.line.slackMinutes });
    if (!booked) return "";
    const name = day.queues.find(({ number }) => number === queue)?.name ?? "";
    if (clockTextOf(due) === booked.time) return t("waiting.due-appointment", { time: booked.time, queue: name });
    return t("waiting.due-late", { time: timeOf(booked.statusAt), count: line.day.line.slackMinutes, queue: name });
  }
}
