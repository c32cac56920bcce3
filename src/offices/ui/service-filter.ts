import { fold } from "../../platform/text/fold.ts";
import type { Service } from "../contract.ts";
import { minutesField, offeredField } from "../rules.ts";
import type { SettingsForm } from "./use-settings-form.ts";

/** Which services of the catalogue the table lists. Pure. */

export const SHOWS = ["all", "offered", "not-offered", "own"] as const;
export type Show = (typeof SHOWS)[number];

/** What is being changed stays in sight, or a fault could hide. */
export function shownServices(
  form: Pick<SettingsForm, "settings" | "state" | "textOf">,
  sought: string,
  show: Show,
): Service[] {
  const words = fold(sought).split(/\s+/).filter(Boolean);
  return form.settings.catalogue.filter((service) => {
    if (offeredField(service.code) in form.state.edits || minutesField(service.code) in form.state.edits) return true;
    const names = fold(`${service.name} ${service.shortName} ${service.nameEn}`);
    return words.every((word) => names.includes(word)) && isShown(form, service, show);
  });
}

function isShown({ textOf }: Pick<SettingsForm, "textOf">, { code, minutes }: Service, show: Show): boolean {
  const isOffered = textOf(offeredField(code)) === "yes";
  if (show === "offered") return isOffered;
  if (show === "not-offered") return !isOffered;
  return show === "all" || textOf(minutesField(code)) !== String(minutes);
}
