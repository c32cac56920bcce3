import { formatPhone, numericDate, weekdayAndDate } from "../../../../kit/dates.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import type { Office } from "../../../../offices/contract.ts";
import { inCapitals } from "../../../../platform/text/capitals.ts";
import { serviceName } from "../../service-words.ts";
import { inSentence } from "../words/read-aloud.ts";
import type { MetPerson } from "./met-before.ts";

interface LinesProps {
  readonly person: MetPerson;
  readonly office: Office;
  readonly queueName: (queue: number) => string;
}

/** «ΠΑΠΑΔΟΠΟΥΛΟΥ Ελένη, 694 412 3456»: the appointment that is coming first, then what was. */
export function MetPersonLines({ person, office, queueName }: LinesProps) {
  const t = useText();
  const { language } = useLanguage();
  const { lastName, firstName, phone, typed, next, last, visits } = person;
  const surname = inCapitals(lastName);
  const of = (code: string) => inSentence(serviceName(office, code, language), language);
  return (
    <>
      <span className="met-before__name">
        <span>
          <b>
            {typed > 0 && <mark>{surname.slice(0, typed)}</mark>}
            {surname.slice(typed)}
          </b>{" "}
          {firstName}
        </span>{" "}
        {phone && <span>{formatPhone(phone)}</span>}
      </span>
      {next && (
        <span className="met-before__next">
          {t("panel.met-next", {
            date: weekdayAndDate(next.date, language),
            time: next.time,
            queue: queueName(next.queue),
          })}
        </span>
      )}
      {last && (
        <span className="met-before__past">
          {t("panel.met-past", { count: visits, date: numericDate(last.date), service: of(last.service) })}
        </span>
      )}
    </>
  );
}
