import { useLanguage, useNumbers, useText } from "../../kit/text.tsx";
import type { Closure, RulingPreview } from "../contract.ts";
import { whenWords } from "./closures/when-words.ts";

type Span = Pick<Closure, "from" | "to">;

/** The consequence of a ruling, in sentences. */
export function useConsequence() {
  const t = useText();
  const n = useNumbers();
  const { language } = useLanguage();
  const saidWhen = (closed: Span): string => `${t("ministry.closure-when")}: ${whenWords(closed, language)}.`;
  const standing = ({ appointments, concerned }: RulingPreview): string =>
    appointments === 0
      ? t("ministry.preview-no-appointments")
      : t("ministry.preview-appointments", { count: appointments, n: n(appointments), concerned: n(concerned) });
  const waiting = ({ appointments, concerned }: RulingPreview): string =>
    appointments === 0
      ? t("ministry.service-no-appointments")
      : t("ministry.service-appointments", { count: appointments, n: n(appointments), concerned: n(concerned) });
  const reopening = ({ offices, appointments, concerned }: RulingPreview): string[] => {
    if (offices === 0) return [t("ministry.reopens-nowhere")];
    const opens = t("ministry.reopens", { count: offices, n: n(offices) });
    return appointments === 0
      ? [opens, t("ministry.preview-no-appointments")]
      : [
          opens,
          t("ministry.reopens-appointments", { count: appointments, n: n(appointments), concerned: n(concerned) }),
        ];
  };
  return {
    ofRemoval: (preview: RulingPreview, closed: Span): string[] => [
      saidWhen(closed),
      ...reopening(preview),
      t("ministry.moved-stay"),
    ],
    ofClosure: (preview: RulingPreview, closed: Span): string[] => [
      saidWhen(closed),
      `${t("ministry.closure-offices", { count: preview.offices, n: n(preview.offices) })} ${t("ministry.preview-stops")}`,
      standing(preview),
    ],
    ofHoliday: (preview: RulingPreview, closed: Span): string[] => [
      saidWhen(closed),
      `${t("ministry.holiday-offices", { n: n(preview.offices) })} ${t("ministry.preview-stops")}`,
      standing(preview),
    ],
    ofService: (preview: RulingPreview): string[] => [
      t("ministry.service-offices", { count: preview.offices, n: n(preview.offices) }),
      waiting(preview),
    ],
  };
}
