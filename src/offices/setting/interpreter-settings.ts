import { fold } from "../../platform/text/fold.ts";
import { INTERPRETERS, interpreterName } from "../../text/interpreters.ts";
import { SPOKEN } from "../../text/spoken-languages.ts";
import { type Rule, short, yesOrNo } from "../cells.ts";
import { SETTING_KINDS, type Setting } from "./setting.ts";

const { number } = SETTING_KINDS;

/** By their codes, or by what they are called in Greek or English. */
const NAMES = new Map(
  INTERPRETERS.flatMap((code) => {
    const names = [code, interpreterName(code, "el", ""), interpreterName(code, "en", "")];
    return code === "gss" ? [] : names.map((name) => [fold(name), code] as const);
  }),
);

/** «Αλβανικά, αραβικά», «sq, ar»: stored by their codes, each once, in the order of the list. */
const languages: Rule<string> = short((cell) => {
  const typed = cell
    .split(/[,;·\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const unknown = typed.find((part) => !NAMES.has(fold(part)));
  if (unknown !== undefined) return { fault: "language-unknown", values: { found: unknown.slice(0, 40) } };
  const codes = typed.map((part) => NAMES.get(fold(part)));
  return { value: SPOKEN.filter((code) => codes.includes(code)).join() };
});

/** Who can interpret at an office, and how long before it has to know. */
export const INTERPRETER_SETTINGS = {
  signLanguage: {
    kind: "choice",
    rule: yesOrNo,
    fallback: null,
    mayChange: "administrator",
    column: "has_sign_language",
    isPublished: true,
    section: "interpreters",
    width: "half",
    label: "sign-language",
    meaning: "Somebody who interprets Greek Sign Language can be there.",
  },
  signLanguageDays: {
    ...number("days", { min: 0, max: 30 }, 3),
    column: "sign_language_days",
    isPublished: true,
    section: "interpreters",
    width: "half",
    label: "sign-language-days",
    meaning: "So many working days before the visit the office has to know it.",
  },
  interpreterLanguages: {
    kind: "languages",
    rule: languages,
    fallback: null,
    mayChange: "administrator",
    column: "interpreter_languages",
    isPublished: true,
    section: "interpreters",
    width: "half",
    label: "interpreter-languages",
    hint: "interpreter-languages-hint",
    meaning:
      "Into which somebody can interpret there, by ISO 639 with commas between, such as sq,ar; null: nobody has said.",
  },
  interpreterDays: {
    ...number("days", { min: 0, max: 30 }, 3),
    column: "interpreter_days",
    isPublished: true,
    section: "interpreters",
    width: "half",
    label: "interpreter-days",
    meaning: "So many working days before the visit the office has to know it.",
  },
} as const satisfies Readonly<Record<string, Setting>>;
