import type { Moment } from "../../../appointments/acts.ts";
import type { AppointmentInList } from "../../../appointments/contract.ts";
import { delayOf } from "../../../appointments/ui/delay.ts";
import { DelayWords } from "../../../appointments/ui/delay-words.tsx";
import { useShownDay } from "../../../appointments/ui/shown-day.ts";
import { formatPhone, formatReference, likelyNow } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { awaitedVisit } from "../awaited-visit.ts";
import { optionId } from "../focus-people.ts";
import type { SearchHit } from "../found.ts";
import { foundInDigits, isFoundInDigits } from "./highlight.ts";
import { Marked } from "./marked.tsx";
import { nextWords } from "./next-words.ts";
import { PersonName } from "./person-name.tsx";

interface OptionProps {
  readonly index: number;
  readonly found: SearchHit;
  readonly sought: string;
  readonly isChosen: boolean;
}

export function PersonOption({ index, found, sought, isChosen }: OptionProps) {
  const t = useText();
  const now = useShownDay().data?.now ?? likelyNow();
  const { person } = found;
  const visit = awaitedVisit(person, now.date);
  const visits = [...person.coming, ...person.past];
  const reference = visits.find((each) => isFoundInDigits(each.reference, sought));
  const afm = visits.map(({ business }) => business?.afm).find((each) => each && isFoundInDigits(each, sought));
  return (
    <div id={optionId(index)} className="person" role="option" aria-selected={isChosen} tabIndex={isChosen ? 0 : -1}>
      <div className="person__line">
        <PersonName found={found} sought={sought} />{" "}
        <span className="person__count">{t("search.appointments", { count: visits.length })}</span>
      </div>{" "}
      <div className="person__facts">
        <span>
          {person.phone ? <Marked pieces={foundInDigits(formatPhone(person.phone), sought)} /> : t("search.no-phone")}
        </span>{" "}
        {visit ? <NextVisit visit={visit} now={now} /> : <span>{t("search.none")}</span>}{" "}
        {reference && (
          <span>
            {t("search.reference")} <Marked pieces={foundInDigits(formatReference(reference.reference), sought)} />
          </span>
        )}{" "}
        {afm && (
          <span>
            {t("search.afm")} <Marked pieces={foundInDigits(afm, sought)} />
          </span>
        )}{" "}
        {person.match === "near" && <span className="badge">{t("search.near")}</span>}
      </div>
    </div>
  );
}

/** When, and of whoever is late or here, how they stand. */
function NextVisit({ visit, now }: { visit: AppointmentInList; now: Moment }) {
  const t = useText();
  const { language } = useLanguage();
  const delay = delayOf(visit, now);
  return (
    <span>
      <b>{nextWords(visit, now.date, t, language)}</b>
      {delay && (
        <span className="person__delay">
          , <DelayWords delay={delay} />
        </span>
      )}
    </span>
  );
}
