import { shortDate } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import type { DiaryRow } from "../contract.ts";
import type { Editing } from "./use-editing.ts";

/** The buttons outlive what they offer: when a time goes to another row, whoever stands on its button stays there. */
const PLACES = ["nearest", "second", "third"] as const;

/** Another time for what collides, with one press. */
export function NearestPlaces({ row: { row, label, alternatives }, editing }: { row: DiaryRow; editing: Editing }) {
  const t = useText();
  const { language } = useLanguage();
  if (alternatives.length === 0) return null;
  return (
    <div className="diary__nearest">
      <span className="hint">{t("diary.nearest")}</span>
      {PLACES.map((place, at) => {
        const free = alternatives[at];
        if (!free) return null;
        const when = `${shortDate(free.date, language)}, ${free.time}`;
        return (
          <Button
            key={place}
            size="in-card"
            className="diary__offer"
            aria-label={t("diary.takeLabel", { row: label, when })}
            onClick={() => editing.decide(row, { ...free, isMoved: true })}
          >
            {when}
          </Button>
        );
      })}
    </div>
  );
}
