import { useText } from "../../kit/text.tsx";
import type { Preview } from "../contract.ts";
import { useNumbers } from "./numbers.ts";

/** What a ruling would do, in sentences. */
export function useConsequence() {
  const t = useText();
  const n = useNumbers();
  const standing = ({ appointments, concerned }: Preview): string =>
    appointments === 0
      ? t("ministry.preview-no-appointments")
      : t("ministry.preview-appointments", { count: appointments, n: n(appointments), concerned: n(concerned) });
  const waiting = ({ appointments, concerned }: Preview): string =>
    appointments === 0
      ? t("ministry.service-no-appointments")
      : t("ministry.service-appointments", { count: appointments, n: n(appointments), concerned: n(concerned) });
  const reopening = ({ offices, appointments, concerned }: Preview): string[] => {
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
    ofRemoval: (preview: Preview): string[] => [...reopening(preview), t("ministry.moved-stay")],
    ofClosure: (preview: Preview): string[] => [
      `${t("ministry.closure-offices", { count: preview.offices, n: n(preview.offices) })} ${t("ministry.preview-stops")}`,
      standing(preview),
    ],
    ofHoliday: (preview: Preview): string[] => [
      `${t("ministry.holiday-offices", { n: n(preview.offices) })} ${t("ministry.preview-stops")}`,
      standing(preview),
    ],
    ofService: (preview: Preview): string[] => [
      t("ministry.service-offices", { count: preview.offices, n: n(preview.offices) }),
      waiting(preview),
    ],
  };
}
