import { dayAndMonth, daysAfter } from "../../../../kit/dates.ts";
import type { Service } from "../../../../offices/contract.ts";
import { type Language, type Text, textIn } from "../../../../text/text.ts";
import { itemsToBring } from "../../../../text/to-bring.ts";
import type { Moment } from "../../../acts.ts";
import type { VisitTerms } from "../together/visit-in-form.ts";
import { whenPhrase } from "./when.ts";
import "../../../../text/english.ts";

/** What to tell the citizen, in the language of the citizen. The part between asterisks is said with weight. */
export function readAloud(place: Moment, visit: VisitTerms | undefined, today: string, language: Language): string {
  const t = textIn(language);
  const { services = [], persons = 1, minutes = 0, visitCase = "self" } = visit ?? {};
  const names = services.map((service) => inSentence(nameOf(service, language), language)).join(", ");
  return t(`panel.read-${dayKind(place.date, today)}`, {
    day: dayAndMonth(place.date, language),
    time: place.time,
    service: persons > 1 ? t("panel.read-together", { service: names, persons, minutes }) : names,
    bring: bringSentence({ services, visitCase }, language, t),
  });
}

/** After a collision: the first place asked for, the others as a way out. */
export function readAloudClash(chosen: Moment, others: readonly Moment[], today: string, language: Language): string {
  const t = textIn(language);
  const phrases = others.map((place) =>
    place.date === chosen.date ? t("panel.read-at", { time: place.time }) : whenPhrase(place, today, language),
  );
  return t("panel.read-clash", {
    first: whenPhrase(chosen, today, language),
    others: phrases.length === 0 ? "" : t("panel.read-clash-others", { others: phrases.join(t("panel.read-or")) }),
  });
}

/** A heading within a sentence: small first letter, but acronyms and names such as ΑΦΜ or TAXISnet stay. */
export const inSentence = (heading: string, language: Language): string =>
  heading.trim().replace(/^\p{Lu}(?=\p{Ll}|\s|$)/u, (letter) => letter.toLocaleLowerCase(language));

/** Greek articles differ: «τη Δευτέρα», «το Σάββατο», else «την». */
export function dayKind(date: string, today: string): "today" | "tomorrow" | "monday" | "saturday" | "other" {
  if (date === today) return "today";
  if (date === daysAfter(today, 1)) return "tomorrow";
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  if (dayOfWeek === 1) return "monday";
  return dayOfWeek === 6 ? "saturday" : "other";
}

/** Abbreviations are for the plan; nobody says them. */
function nameOf(service: Service, language: Language): string {
  if (language === "en") return service.nameEn;
  return service.shortName.includes(".") ? service.name : service.shortName;
}

/** Of several services each thing once; of what the office finds by itself nobody need think. */
function bringSentence(
  { services, visitCase }: Pick<VisitTerms, "services" | "visitCase">,
  language: Language,
  t: Text,
): string {
  const each = itemsToBring(services, visitCase).flatMap(({ greek, english, mark }) => {
    const words = (language === "en" ? english : greek)?.trim().replace(/[.;·]$/, "");
    return words && mark !== "found" ? [inSentence(words, language)] : [];
  });
  return each.length > 0 ? t("panel.read-bring", { bring: [...new Set(each)].join(", ") }) : "";
}
