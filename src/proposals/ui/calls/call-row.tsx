import { fullName } from "../../../appointments/person.ts";
import { formatPhone, shortDate, timeOf } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { ListedCall } from "../../contract.ts";
import { whatIsKnown } from "../../what-is-known.ts";
import { earlierBy } from "../decisions.ts";
import { useQueueName } from "../queries.ts";
import { useOutcome } from "./use-outcome.ts";

const OUTCOMES = ["not-called", "agreed", "no-answer"] as const;

/** One call: the citizen, the number, the old and the new time, and the outcome. */
export function CallListRow({ office, date, call }: { office: string; date: string; call: ListedCall }) {
  const t = useText();
  const name = fullName(call.appointment, t);
  const { note, outcome, trouble } = useOutcome(office, date, call);
  return (
    <li className="call">
      <div>
        <h2>{name}</h2>
        <Places office={office} call={call} />
        {call.why === "undelivered" && (
          <p className="call__why">
            <Icon name="mail-lost" /> {t("rules.calls-undelivered")}
          </p>
        )}
      </div>
      <p className="call__phone">
        {call.appointment.phone ? (
          <a href={`tel:${call.appointment.phone}`}>{formatPhone(call.appointment.phone)}</a>
        ) : (
          <span>{t("rules.calls-no-phone")}</span>
        )}
      </p>
      <fieldset className="call__outcomes">
        <legend className="visually-hidden">{t("rules.calls-of", { name })}</legend>
        {OUTCOMES.map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name={`outcome-${call.appointment.id}`}
              checked={outcome === each}
              onChange={() => note(each)}
            />
            {t(`rules.outcome-${each}`)}
          </label>
        ))}
      </fieldset>
      <p className="hint call__noted">
        {call.notedAt && t("rules.calls-noted", { time: timeOf(call.notedAt), by: call.notedBy ?? "" })}
      </p>
      {trouble && (
        <p className="field-error call__trouble" role="alert">
          {trouble}
        </p>
      )}
    </li>
  );
}

/** The appointment as the citizen knows it, and as it is now: that alone where nothing but an e-mail was missed. */
function Places({ office, call }: { office: string; call: ListedCall }) {
  const { appointment, was, why } = call;
  const t = useText();
  const { language } = useLanguage();
  const queueName = useQueueName(office);
  const words = ({ date, time, queue }: ListedCall["was"]) =>
    `${shortDate(date, language)}, ${time}, ${queueName(queue)}`;
  const { isOff, isKnown } = whatIsKnown(call);
  return (
    <dl className="call__places">
      {!isKnown && (
        <div>
          <dt>{t("rules.calls-was")}</dt>
          <dd>{words(was)}</dd>
        </div>
      )}
      <div>
        <dt>{t("rules.calls-now")}</dt>
        <dd>
          <b>{isOff ? t("rules.calls-cancelled") : words(appointment)}</b> {why === "kept" && t("rules.calls-kept")}
          {earlierBy(was, appointment) > 0 && (
            <strong className="call__earlier">
              {t("rules.calls-earlier", { from: was.time, to: appointment.time })}
            </strong>
          )}
        </dd>
      </div>
    </dl>
  );
}
