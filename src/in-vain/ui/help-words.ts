import { dayOfMonth } from "../../kit/dates.ts";
import type { Text } from "../../text/text.ts";
import type { Help } from "./what-helps.ts";

/** What would help a service, in words; empty where nothing is clear. */
export function helpWords(help: Help | null, t: Text): string {
  if (!help) return "";
  switch (help.what) {
    case "changed":
      return t("vain.help-changed", { date: dayOfMonth(help.date) });
    case "line":
      return t("vain.help-line", help);
    case "not-said":
      return t("vain.help-not-said", help);
    default:
      return t(`vain.help-${help.what}`);
  }
}
