import { numericDate, shortDate } from "../../kit/dates.ts";
import type { Language, Text } from "../../text/text.ts";
import type { TrailEntry } from "../contract.ts";

interface Wording {
  readonly t: Text;
  readonly language: Language;
}

/** What an entry was about, beside its link to the one appointment, if it is one. */
export function aboutWords(
  { act, day, appointment, appointments, details }: TrailEntry,
  { t, language }: Wording,
): string {
  const { rows, people, visits, phones, date, asked, partner } = details;
  const words = [
    day && t("audit.plan-of", { day: shortDate(day, language) }),
    act.endsWith("-printed") && typeof date === "string" && t("audit.sheet-of", { day: numericDate(date) }),
    typeof rows === "number" && t("audit.rows", { count: rows }),
    typeof people === "number" && t("audit.results", { count: people }),
    typeof visits === "number" && t("audit.visits", { count: visits }),
    typeof partner === "string" && partner,
    isPhones(phones) && t(`audit.phones-${phones}`),
    typeof asked === "string" && t("audit.refused-because", { asked }),
    !appointment &&
      appointments > 0 &&
      rows === undefined &&
      people === undefined &&
      t("audit.visits", { count: appointments }),
  ];
  return words.filter(Boolean).join(", ");
}

const isPhones = (value: unknown): value is "none" | "masked" | "whole" =>
  ["none", "masked", "whole"].includes(String(value));
