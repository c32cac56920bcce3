import type { OfficeDraw } from "../../../draws/contract.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { dayAndTime } from "../draw-words.ts";

/** When it was drawn, and where anybody checks that. */
export function HeldDraw({ draw: { number, drawnAt, isPublished } }: { readonly draw: OfficeDraw }) {
  const t = useText();
  const { language } = useLanguage();
  if (!drawnAt) return null;
  return (
    <p>
      {t("drawDesk.held", dayAndTime(drawnAt, language))}{" "}
      {isPublished ? t("drawDesk.published") : t("drawDesk.not-published")}{" "}
      <a href={`/draws/${number}`}>{t("drawDesk.public-page", { number })}</a>
    </p>
  );
}
