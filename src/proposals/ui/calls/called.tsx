import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { called } from "../../../appointments/person.ts";
import { officeQuery } from "../../../appointments/ui/queries.ts";
import { serviceOf } from "../../../appointments/ui/service-of.ts";
import { shortDate, timeOf } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { callPurpose } from "../../call-purpose.ts";
import type { ListedCall } from "../../contract.ts";
import { earlierBy } from "../decisions.ts";
import { distanceBetween } from "../distance.ts";
import { useQueueName } from "../queries.ts";

interface CalledProps {
  readonly office: string;
  readonly call: ListedCall;
}

/** Who is called, about which service, and what was noted last. */
export function CalledPerson({ office, call: { appointment, notedAt, notedBy, why, isUrgent } }: CalledProps) {
  const t = useText();
  const { language } = useLanguage();
  const known = useQuery(officeQuery(office)).data;
  const service = known && serviceOf(known, appointment.service);
  const { first, rest } = called(appointment, t);
  return (
    <div className="call__person">
      <h3>
        <Link
          to="/offices/$office/days/$date"
          params={{ office, date: appointment.date }}
          search={{ panel: appointment.id }}
        >
          <b>{first}</b> {rest}
        </Link>
      </h3>
      {service && <p className="hint">{language === "en" ? service.nameEn : service.name}</p>}
      {isUrgent && (
        <p className="call__urgent">
          <Icon name="clock" />{" "}
          {t(why === "moved" && appointment.email ? "rules.calls-urgent-mail" : "rules.calls-urgent")}
        </p>
      )}
      {why === "undelivered" && (
        <p className="call__why">
          <Icon name="mail-lost" /> {t("rules.calls-undelivered")}
        </p>
      )}
      {notedAt && <p className="hint">{t("rules.calls-noted", { time: timeOf(notedAt), by: notedBy ?? "" })}</p>}
    </div>
  );
}

/** The appointment as the citizen knows it, and as it is now: that alone where nothing but an e-mail was missed. */
export function CalledPlaces({ office, call }: CalledProps) {
  const { appointment, was, why } = call;
  const t = useText();
  const { language } = useLanguage();
  const queueName = useQueueName(office);
  const { isOff, isKnown } = callPurpose(call);
  const isOneDay = was.date === appointment.date;
  const moment = ({ date, time }: ListedCall["was"]) =>
    isOneDay && !isKnown && !isOff ? time : `${shortDate(date, language)}, ${time}`;
  const hasMoved = !isOff && !isKnown && why !== "kept";
  return (
    <div className="call__places">
      <p>
        {(isOff || hasMoved) && (
          <>
            <span className="visually-hidden">{t("rules.calls-was")}: </span>
            <del>{moment(was)}</del> <span aria-hidden="true">→</span>{" "}
            <span className="visually-hidden">{t("rules.calls-now")}: </span>
          </>
        )}
        <b>{isOff ? t("rules.calls-cancelled") : `${moment(appointment)}, ${queueName(appointment.queue)}`}</b>
      </p>
      {why === "kept" && !isOff && <p className="hint">{t("rules.calls-kept")}</p>}
      {hasMoved && <Distance call={call} />}
    </div>
  );
}

/** Whoever would have to come sooner is asked first. */
function Distance({ call: { was, appointment } }: Pick<CalledProps, "call">) {
  const t = useText();
  if (was.date !== appointment.date) return <p className="hint">{t("rules.other-day")}</p>;
  const distance = distanceBetween(was.time, appointment.time, t);
  if (earlierBy(was, appointment) === 0) return <p className="hint">{distance}</p>;
  return <p className="call__earlier">{t("rules.calls-to-ask", { distance })}</p>;
}
