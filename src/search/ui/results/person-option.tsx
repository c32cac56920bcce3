import { useShownDay } from "../../../appointments/ui/shown-day.ts";
import { formatPhone, formatReference, likelyToday } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
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
  const { language } = useLanguage();
  const today = useShownDay().data?.now.date ?? likelyToday();
  const { person } = found;
  const [next] = person.coming;
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
        <span>{next ? <b>{nextWords(next, today, t, language)}</b> : t("search.none")}</span>{" "}
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
