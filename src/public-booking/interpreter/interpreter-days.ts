import { weekdayAndDate } from "../../kit/dates.ts";
import { firstDayWith, type InterpreterTerms } from "../../offices/interpreters/first-day.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { INTERPRETERS, type Interpreter, interpreterName } from "../../text/interpreters.ts";
import { comma } from "../../text/languages.ts";
import { spokenLanguages } from "../../text/spoken-languages.ts";
import type { PageReader } from "../frame/reader.ts";
import type { PlaceToGo } from "../office-sql.ts";

/** Who can interpret at an office, in a citizen's words. */

export const interpreterTerms = (place: PlaceToGo): InterpreterTerms => ({
  signLanguage: place.signLanguage,
  signLanguageDays: place.signLanguageDays,
  languages: spokenLanguages(place.interpreterLanguages),
  interpreterDays: place.interpreterDays,
});

interface OnDay {
  readonly today: Temporal.PlainDate;
  readonly holidays: ReadonlySet<string>;
}

/** Those that a citizen can ask for there: all of whom the office has not said that they never are. */
export const interpretersAt = (place: PlaceToGo, on: OnDay): readonly Interpreter[] =>
  INTERPRETERS.filter((each) => firstDayWith(each, interpreterTerms(place), on) !== "never");

/** «Ελληνική νοηματική: από Τετάρτη 9/12. Αλβανικά, Αραβικά: από Πέμπτη 26/11.»; null: it has said nothing. */
export function interpreterDaysInWords(
  place: PlaceToGo,
  on: OnDay,
  { language, t, offersNeeds }: PageReader,
): Html | null {
  const byDay = new Map<string, string[]>();
  for (const each of INTERPRETERS) {
    const first = firstDayWith(each, interpreterTerms(place), on);
    if (first === null || first === "never" || (each === "gss" && !offersNeeds())) continue;
    const names = byDay.get(first.toString()) ?? [];
    byDay.set(first.toString(), [...names, interpreterName(each, language, t("book.sign-language"))]);
  }
  if (byDay.size === 0) return null;
  const sentences = [...byDay].map(([day, names]) =>
    t("book.interpreter-since", {
      languages: names.join(`${comma(language)} `),
      day: weekdayAndDate(day, language),
    }),
  );
  return html`<p class="hint">${t("book.interpreter-there")} ${sentences.join(". ")}.</p>`;
}
