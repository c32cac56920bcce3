import { useText } from "../../kit/text.tsx";
import type { Office } from "../../offices/contract.ts";
import type { DiaryPreview } from "../contract.ts";
import { ServiceSelect } from "./service-select.tsx";
import type { Diary } from "./use-diary.ts";

interface UsualQuestionProps {
  readonly office: Office;
  readonly preview: DiaryPreview;
  readonly work: Diary;
}

/** Asked once: no service is guessed for rows that name none. */
export function UsualQuestion({ office, preview: { withoutService }, work: { diary, setTerms } }: UsualQuestionProps) {
  const t = useText();
  const isAnswered = office.usualService === null && diary.service !== null;
  if (withoutService === 0 && !isAnswered) return null;
  return (
    <div className="note note--warn diary__usual">
      <ServiceSelect
        label={t("diary.usual-question")}
        office={office}
        value={diary.service ?? office.usualService ?? ""}
        onChoose={(service) => setTerms({ service: service || null })}
      />
      <p className="hint">
        {withoutService > 0 ? t("diary.usual-hint", { count: withoutService }) : t("diary.usual-remembered")}
      </p>
    </div>
  );
}
