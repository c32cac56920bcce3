import type { Moment } from "../../../appointments/acts.ts";
import type { AppointmentInList } from "../../../appointments/contract.ts";
import { actsOn } from "../../../appointments/ui/acts/next-acts.ts";
import { delayOf } from "../../../appointments/ui/delay.ts";
import { DelayWords } from "../../../appointments/ui/delay-words.tsx";
import { formatReference, longDate, numericDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Text } from "../../../text/text.ts";
import { useOpening } from "../use-opening.ts";
import { foundInDigits } from "./highlight.ts";
import { Marked } from "./marked.tsx";
import { distanceWords } from "./next-words.ts";
import { useVisitWords } from "./use-visit-words.ts";

interface NextProps {
  readonly appointment: AppointmentInList;
  readonly now: Moment;
  readonly office: Office | undefined;
  readonly sought: string;
}

/** Most calls are about this one: it stands in large type. */
export function NextAppointment({ appointment, now, office, sought }: NextProps) {
  const t = useText();
  const { language } = useLanguage();
  const delay = delayOf(appointment, now);
  const { service, queue } = useVisitWords(office);
  const { date, time, minutes, reference } = appointment;
  return (
    <div className="next">
      <p className="next__time">
        <span className="hint">{t(delay ? "search.now" : "search.next")}</span> <b>{time}</b>
      </p>
      <div>
        <p className="next__day">
          <b>{longDate(date, language)}</b> <span className="hint">{distanceWords(date, now.date, t)}</span>
          {delay && (
            <span className="person__delay">
              , <DelayWords delay={delay} />
            </span>
          )}
        </p>
        <p>{t("search.visit", { service: service(appointment), minutes, queue: queue(appointment) })}</p>
        <p className="hint">
          {t("search.code")} <Marked pieces={foundInDigits(formatReference(reference), sought)} />.{" "}
          {bookedWords(appointment, t)}
        </p>
      </div>
      <Acts appointment={appointment} />
    </div>
  );
}

function Acts({ appointment }: { appointment: AppointmentInList }) {
  const t = useText();
  const { openAppointment } = useOpening();
  const { mayMove, mayEdit, mayCancel } = actsOn(appointment, appointment);
  return (
    <div className="group next__acts" role="group" aria-label={t("search.acts")}>
      {mayMove && (
        <Button onClick={() => openAppointment(appointment, "move")}>
          <Icon name="move" />
          {t("search.move")}
        </Button>
      )}
      {mayEdit && (
        <Button onClick={() => openAppointment(appointment, "edit")}>
          <Icon name="edit" />
          {t("search.edit")}
        </Button>
      )}
      {mayCancel && (
        <Button look="danger" onClick={() => openAppointment(appointment, "cancel")}>
          {t("search.cancel")}
        </Button>
      )}
      <Button look="ghost" onClick={() => openAppointment(appointment)}>
        {t("search.open")}
      </Button>
    </div>
  );
}

function bookedWords({ channel, createdAt, createdBy }: AppointmentInList, t: Text): string {
  const date = numericDate(createdAt.slice(0, 10));
  return createdBy === null
    ? t("search.booked-online", { date })
    : t(`search.booked-${channel}`, { date, by: createdBy });
}
