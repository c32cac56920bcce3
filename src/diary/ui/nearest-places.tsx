import { shortDate } from "../../web/dates.ts";
import { useLanguage, useText } from "../../web/text.tsx";
import { Button } from "../../web/ui/button.tsx";
import type { DiaryRow } from "../contract.ts";
import type { Editing } from "./use-editing.ts";

/** Another time for what collides, with one press. */
export function NearestPlaces({ row: { row, alternatives }, editing }: { row: DiaryRow; editing: Editing }) {
  const t = useText();
  const { language } = useLanguage();
  if (alternatives.length === 0) return null;
  return (
    <div className="diary__nearest">
      <span className="hint">{t("diary.nearest")}</span>
      {alternatives.map(({ date, time, queue }) => {
        const when = `${shortDate(date, language)}, ${time}`;
        return (
          <Button
            key={`${date} ${time} ${queue}`}
            size="in-card"
            aria-label={t("diary.takeLabel", { row, when })}
            onClick={() => editing.decide(row, { date, time, queue })}
          >
            {when}
          </Button>
        );
      })}
    </div>
  );
}
