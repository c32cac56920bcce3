import { numericDate, relativeDay, timeOf } from "../../kit/dates.ts";
import { Space, useLanguage, useText } from "../../kit/text.tsx";
import type { Trail } from "../contract.ts";

/** Up to when what stands here can't be changed unnoticed. */
export function SealLine({ sealed: { until, waiting, signedOn }, today }: { sealed: Trail["sealed"]; today: string }) {
  const t = useText();
  const { language } = useLanguage();
  const day = until?.slice(0, 10) ?? today;
  const at = until && (day === today ? timeOf(until) : `${relativeDay(day, today, language)}, ${timeOf(until)}`);
  return (
    <p className="audit__seal">
      <b>{at ? t("audit.sealed-until", { at }) : t("audit.sealed-nothing")}</b>
      <Space />
      {waiting > 0 && <span>{t("audit.waiting", { count: waiting })}</span>}
      <Space />
      {signedOn && <span>{t("audit.signed-on", { day: numericDate(signedOn) })}</span>}
    </p>
  );
}
