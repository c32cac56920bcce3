import { type Interpretation, type Interpreter, interpreterName } from "../../text/interpreters.ts";
import { type CitizensLanguage, OWN_NAMES } from "../../text/languages.ts";
import type { Need } from "../../text/needs.ts";
import type { Language, Text } from "../../text/text.ts";
import type { Appointment } from "../contract.ts";
import type { FieldLabel } from "./columns.ts";
import { MAYBE_CHOICES } from "./maybe-choices.ts";

/** Of an appointment those that were made: label and words. */
export const chosenOf = (appointment: Appointment, wording: Wording): (readonly [label: string, words: string])[] =>
  MAYBE_CHOICES.flatMap(({ name, label }) => {
    const value = appointment[name as keyof Appointment];
    return typeof value === "string"
      ? [[wording.t(`panel.${label as FieldLabel}`), choiceWords(name, value, wording)]]
      : [];
  });

interface Wording {
  readonly t: Text;
  readonly language: Language;
}

/** What was chosen, in the words of the staff's pages. Another field's text stays as it is. */
export function choiceWords(field: string, value: string, { t, language }: Wording): string {
  switch (field) {
    case "party":
      return t(value === "business" ? "panel.business" : "panel.citizen");
    case "status":
      return t(`plan.status-${value as "booked"}`);
    case "channel":
      return t(`plan.channel-${value as "phone"}`);
    case "language":
      return OWN_NAMES[value as CitizensLanguage];
    case "interpreter":
      return interpreterName(value as Interpreter, language, t("panel.sign-language"));
    case "interpretation":
      return t(`plan.interpretation-${value as Interpretation}`);
    case "needs":
      return t(`panel.need-${value as Need}`);
    case "behalf":
      return t(value === "minor" ? "panel.behalf-minor" : "panel.behalf-proxy");
    default:
      return value;
  }
}
