import type { Language } from "../../../../text/text.ts";
import { isSamePlace, type Slot } from "../../plan-marks.ts";
import type { VisitTerms } from "../together/visit-in-form.ts";
import { readAloud, readAloudClash } from "../words/read-aloud.ts";
import type { TimesState } from "./times-reducer.ts";

interface SentenceTerms {
  readonly visit: VisitTerms | undefined;
  readonly today: string;
  /** The citizen's */
  readonly language: Language;
}

/** What to read to the citizen as the form stands: of one in the place of a lost one it is first asked whether it suits. */
export function sentenceFor(
  place: Slot | null,
  state: TimesState,
  { visit, today, language }: SentenceTerms,
): string | null {
  if (!place) return null;
  const alternatives = state.other ? [] : (state.clash?.alternatives ?? []);
  const isAlternative = alternatives.some((slot) => isSamePlace(slot, place));
  if (state.gone) return readAloudClash(place, [], today, language);
  if (!isAlternative) return readAloud(place, visit, today, language);
  return readAloudClash(
    place,
    alternatives.filter((slot) => !isSamePlace(slot, place)),
    today,
    language,
  );
}
