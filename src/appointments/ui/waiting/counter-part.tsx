import { Space, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import type { Office } from "../../../offices/contract.ts";
import type { ServedVisit } from "../../../waiting/contract.ts";
import type { Day } from "../../contract.ts";
import { NeedsMark } from "../needs/needs-mark.tsx";
import { useDayNavigation } from "../use-day-navigation.ts";
import { TicketButton } from "./ticket-button.tsx";
import { minutesSince, type WaitingLine } from "./use-line.ts";
import { visitName } from "./visit-name.ts";

interface CounterPartProps {
  readonly office: Office;
  readonly day: Day;
  readonly line: WaitingLine;
}

/** The clerk's counter, and who is served there now. */
export function CounterPart({ office, day, line }: CounterPartProps) {
  const t = useText();
  const { served, name } = line.counter;
  return (
    <>
      {line.isAsked && <CounterChoice day={day} line={line} />}
      <div className={classes("waiting__part", served.length === 0 && "waiting__idle")}>
        <small>{t("waiting.now", { queue: name })}</small>
        <Space />
        {served.length === 0 && <span>{t("waiting.nobody")}</span>}
        {served.map((visit) => (
          <Served key={(visit.appointment ?? visit.ticket)?.id} {...{ office, line, visit }} />
        ))}
      </div>
    </>
  );
}

/** A clerk without a queue of their own, or with several, says at whose counter they are. */
function CounterChoice({ day, line }: Pick<CounterPartProps, "day" | "line">) {
  const t = useText();
  return (
    <label className="waiting__part">
      <small>{t("waiting.counter")}</small>
      <Space />
      <select
        className="input"
        value={line.counter.number}
        onChange={({ target }) => line.chooseQueue(Number(target.value))}
      >
        {day.queues.map(({ number, name }) => (
          <option key={number} value={number}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ServedProps extends Pick<CounterPartProps, "office" | "line"> {
  readonly visit: ServedVisit;
}

function Served({ visit, office, line: { counter, now } }: ServedProps) {
  const t = useText();
  const { openAppointment } = useDayNavigation();
  const { appointment, ticket } = visit;
  if (ticket) return <TicketButton {...{ office, ticket, counter, now }} />;
  if (!appointment) return null;
  const minutes = minutesSince(Temporal.Instant.from(appointment.statusAt), now);
  return (
    <Button look="link" size="small" wraps onClick={() => openAppointment(appointment.id)}>
      {visitName(visit, t)}
      <NeedsMark {...appointment} />, {t("waiting.minutes", { minutes })}
    </Button>
  );
}
