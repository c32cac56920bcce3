import { shortDate } from "../../kit/dates.ts";
import type { Language, Text } from "../../text/text.ts";
import type { InVainServices } from "../contract.ts";

interface Words {
  readonly t: Text;
  readonly n: (value: number) => string;
  readonly language: Language;
}

/** In how many offices anybody said at all that somebody came in vain: elsewhere nothing was noted, which is not zero. Null: not known. */
export function officesInWords(
  { offices: { counted, used, since }, from }: InVainServices,
  { t, n, language }: Words,
): string | null {
  if (counted === 0) return null;
  const words =
    used === null
      ? t("vain.offices-few", { counted: n(counted) })
      : t("vain.offices", { counted: n(counted), used: n(used) });
  const missing = since !== null && since > from ? t("vain.offices-since", { date: shortDate(since, language) }) : null;
  return [words, missing, used === counted ? null : t("vain.offices-others")].filter((part) => part !== null).join(" ");
}
