import type { Texts } from "../../../kit/form/typing.ts";
import type { Settings } from "../../contract.ts";
import { SERVICE_SETTINGS } from "../../office-settings.ts";
import { minutesField } from "../../rules.ts";

/** Minutes that another page proposes for services. Pure. */

/** @param suggested as an address carries them @returns the texts of the form's fields: within its bounds, of services that there are, and only where they differ */
export function suggestedTexts(suggested: string, { catalogue, services }: Settings): Texts {
  const { min, max } = SERVICE_SETTINGS.minutes.bounds;
  const texts = suggested.split(",").flatMap((pair) => {
    const [code = "", minutes = ""] = pair.split(":");
    const service = catalogue.find((each) => each.code === code);
    const wished = Math.min(max, Math.max(min, Number(minutes)));
    if (!service || wished === (services[code]?.minutes ?? service.minutes)) return [];
    return [[minutesField(code), String(wished)]];
  });
  return Object.fromEntries(texts);
}
