import { type Html, html } from "../../platform/text/html.ts";
import { interpreterName } from "../../text/interpreters.ts";
import { comma } from "../../text/languages.ts";
import { spokenLanguages } from "../../text/spoken-languages.ts";
import { icon } from "../frame/icons.ts";
import { inGreek } from "../frame/names.ts";
import type { PageReader } from "../frame/reader.ts";
import type { PlaceToGo } from "../office-sql.ts";

type AccessFact = "stepFreeEntrance" | "lift" | "accessibleWc" | "disabledParking";

/** What of it is there, and what not */
const WORDS = {
  stepFreeEntrance: ["finder.step-free", "finder.steps"],
  lift: ["finder.lift", "finder.no-lift"],
  accessibleWc: ["finder.wc", "finder.no-wc"],
  disabledParking: ["finder.parking", "finder.no-parking"],
} as const;

/** How one gets in, as far as the office has said it; null: it has said nothing. */
export function entranceFacts(place: PlaceToGo, reader: PageReader): Html | null {
  const { t } = reader;
  const facts = (Object.keys(WORDS) as AccessFact[]).flatMap((fact) => {
    const is = place[fact];
    if (is === null) return [];
    return [
      is
        ? html`<li>${icon("yes")}${t(WORDS[fact][0])}</li>`
        : html`<li class="no">${icon("warning")}${t(WORDS[fact][1])}</li>`,
    ];
  });
  const interpreters = [...signLanguageFact(place, reader), ...spokenFact(place, reader)];
  const notes = place.accessNotes ? [html`<li>${inGreek(place.accessNotes, reader)}</li>`] : [];
  const items = [...facts, ...interpreters, ...notes];
  return items.length > 0 ? html`<ul class="facts">${items}</ul>` : null;
}

function signLanguageFact({ signLanguage, signLanguageDays: days }: PlaceToGo, { t }: PageReader): Html[] {
  if (signLanguage === null) return [];
  if (!signLanguage) return [html`<li class="no">${icon("warning")}${t("finder.no-sign-language")}</li>`];
  return [html`<li>${icon("yes")}${t("finder.sign-language", { days })}</li>`];
}

function spokenFact({ interpreterLanguages, interpreterDays: days }: PlaceToGo, { language, t }: PageReader): Html[] {
  const names = (spokenLanguages(interpreterLanguages) ?? []).map((each) => interpreterName(each, language, ""));
  if (names.length === 0) return [];
  const languages = names.join(`${comma(language)} `);
  return [html`<li>${icon("yes")}${t("finder.interpreters", { languages, days })}</li>`];
}
