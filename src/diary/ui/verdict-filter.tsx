import { useText } from "../../kit/text.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import { type DiaryPreview, VERDICTS } from "../contract.ts";
import type { Shown } from "./next-row.ts";
import { VERDICT_ICONS } from "./verdict.tsx";

interface VerdictFilterProps {
  readonly counts: DiaryPreview["counts"];
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

/** The counts, and with a press only those rows. */
export function VerdictFilter({ counts, shown, onShow }: VerdictFilterProps) {
  const t = useText();
  return (
    <fieldset className="diary__filters">
      <legend className="visually-hidden">{t("diary.show")}</legend>
      <button type="button" className="diary__filter" aria-pressed={shown === "all"} onClick={() => onShow("all")}>
        {t("diary.showAll", { count: counts.rows })}
      </button>
      {VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => (
        <button
          key={verdict}
          type="button"
          className={`diary__filter is-${verdict}`}
          aria-pressed={shown === verdict}
          onClick={() => onShow(verdict)}
        >
          <Icon name={VERDICT_ICONS[verdict]} />
          {t(`diary.count-${verdict}`, { count: counts[verdict] })}
        </button>
      ))}
    </fieldset>
  );
}
