import type { Language, Text } from "../../../../text/text.ts";
import type { Moment } from "../../../acts.ts";
import { whenPhrase } from "../words/when.ts";

/** What the button of a new appointment will do. */
export function saveLabel(
  place: Moment | null,
  { now, arrives, t, language }: { now: Moment; arrives: boolean; t: Text; language: Language },
): string {
  if (!place) return t("panel.time-missing");
  if (!arrives) return t("panel.save", { when: whenPhrase(place, now.date, language) });
  return place.time <= now.time
    ? t("panel.save-arrived-now", { time: place.time })
    : t("panel.save-arrived", { when: whenPhrase(place, now.date, language) });
}
