import type { Texts } from "../../../kit/form/typing.ts";
import type { Text } from "../../../text/text.ts";
import type { Opening, PublicBookingRequest } from "../../contract.ts";

/** Where booking is open or is to be opened, in words and as typed. Pure. */

/** In the list of regions what stands for naming offices; no region is called so. */
export const NAMED_OFFICES = "offices";

export function openingRequest({ region, offices = "" }: Texts): PublicBookingRequest {
  if (region !== NAMED_OFFICES) return { region: region || null };
  return { region: null, offices: codesIn(offices) };
}

/** Below each other or beside each other, as lists are pasted. */
const codesIn = (text: string): string[] => [
  ...new Set(
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
];

/** «Όλη η χώρα», «Κρήτη», «ΚΕΠ Νέας Αυγής», «12 ΚΕΠ» */
export function openingName({ region, offices }: Pick<Opening, "region" | "offices">, t: Text): string {
  const [first, ...others] = offices ?? [];
  if (!first) return region ?? t("ministry.whole-country");
  return others.length === 0 ? first.name : t("ministry.some-offices", { count: others.length + 1 });
}

/** The same again, once it was closed. */
export const requestOfOpening = ({ region, offices }: Opening): PublicBookingRequest => ({
  region,
  ...(offices && { offices: offices.map(({ code }) => code) }),
});
