import { useId } from "react";
import type { OpenDraw } from "../../../draws/contract.ts";
import { shortDate } from "../../../kit/dates.ts";
import { ChoiceError } from "../../../kit/form/choice-error.tsx";
import type { Form } from "../../../kit/form/form.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { PARTS, partWords } from "../draw-words.ts";
import { chosenIn, dayPartText, pressedIn } from "./wish-choice.ts";

interface DayGridProps {
  readonly form: Form;
  readonly draw: OpenDraw;
}

/** Days and their parts: a press gives the next rank, a second one takes it out. */
export function WishDays({ form, draw: { days } }: DayGridProps) {
  const t = useText();
  const { language } = useLanguage();
  const id = useId();
  const chosen = chosenIn(form.values.dayParts);
  const parts = PARTS.filter((part) => days.some((day) => day.parts.includes(part)));
  const error = form.errors.dayParts;
  return (
    <fieldset
      className="draws__fields"
      data-faulty={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>{t("drawDesk.when")}</legend>
      <table className="draw-cells">
        <thead>
          <tr>
            <th scope="col">{t("drawDesk.day")}</th>
            {parts.map((part) => (
              <th key={part} scope="col">
                {partWords(part, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, parts: ofDay }) => (
            <tr key={date}>
              <th scope="row">{shortDate(date, language)}</th>
              {parts.map((part) => (
                <td key={part}>{ofDay.includes(part) && <Rank form={form} date={date} part={part} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ChoiceError id={`${id}-error`} error={error} />
      {chosen.length > 0 && (
        <div className="group">
          <Button size="small" onClick={() => form.change("dayParts", "")}>
            {t("drawDesk.clear")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface RankProps {
  readonly form: Form;
  readonly date: string;
  readonly part: number;
}

function Rank({ form, date, part }: RankProps) {
  const t = useText();
  const { language } = useLanguage();
  const text = dayPartText(date, part);
  const rank = chosenIn(form.values.dayParts).indexOf(text) + 1;
  const names = { day: shortDate(date, language), part: partWords(part, t) };
  return (
    <Button
      className="draw-rank"
      aria-pressed={rank > 0}
      aria-label={rank > 0 ? t("drawDesk.cell-rank", { ...names, rank }) : t("drawDesk.cell-not", names)}
      onClick={() => form.change("dayParts", pressedIn(form.values.dayParts, text))}
    >
      {rank > 0 ? rank : "+"}
    </Button>
  );
}
