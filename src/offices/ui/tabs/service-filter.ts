import type { Texts } from "../../../kit/form/typing.ts";
import { fold } from "../../../platform/text/fold.ts";
import type { Service } from "../../contract.ts";
import { minutesField, offeredField } from "../../rules.ts";
import type { Tab } from "./use-tab.ts";

/** Which services of the catalogue the table lists. Pure. */

export const SHOWS = ["all", "offered", "not-offered", "own"] as const;
export type Show = (typeof SHOWS)[number];

/** A service that is being changed stays in sight, or a fault could hide. */
export function shownServices({ settings, form }: Tab, sought: string, show: Show): Service[] {
  const words = fold(sought).split(/\s+/).filter(Boolean);
  return settings.catalogue.filter((service) => {
    if (offeredField(service.code) in form.texts || minutesField(service.code) in form.texts) return true;
    const names = fold(`${service.name} ${service.shortName} ${service.nameEn}`);
    return words.every((word) => names.includes(word)) && isShown(form.values, service, show);
  });
}

function isShown(values: Texts, { code, minutes }: Service, show: Show): boolean {
  const isOffered = values[offeredField(code)] === "yes";
  if (show === "offered") return isOffered;
  if (show === "not-offered") return !isOffered;
  return show === "all" || values[minutesField(code)] !== String(minutes);
}
