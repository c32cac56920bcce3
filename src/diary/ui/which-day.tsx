import { weekdayAndDate } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import type { DiaryRow } from "../contract.ts";
import type { Editing } from "./use-editing.ts";

/** Date and weekday contradict each other: one press says which is meant, here and for the rows below. */
export function WhichDay({ row: { row, label, days }, editing }: { row: DiaryRow; editing: Editing }) {
  const t = useText();
  const { language } = useLanguage();
  if (days.length === 0) return null;
  return (
    <div className="diary__nearest">
      <span className="hint">{t("diary.whichDay")}</span>
      {days.map((date) => {
        const when = weekdayAndDate(date, language);
        return (
          <Button
            key={date}
            size="in-card"
            className="diary__offer"
            aria-label={t("diary.whichDayLabel", { row: label, when })}
            onClick={() => editing.decide(row, { date })}
          >
            {when}
          </Button>
        );
      })}
    </div>
  );
}
