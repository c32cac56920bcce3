import { dayKind } from "../../../appointments/ui/panel/words/read-aloud.ts";
import { atTime, dayAndMonth } from "../../../kit/dates.ts";
import { type Language, textIn } from "../../../text/text.ts";

/** «Έχουμε χώρο την Πέμπτη 26 Νοεμβρίου, στις 09:30, στις 09:45 ή στις 10:15.» */
export function roomSentence(date: string, times: readonly string[], today: string, language: Language): string {
  const t = textIn(language);
  const said = times.map((time) => atTime(time, language));
  const last = said.pop() ?? "";
  return t(`overview.read-${dayKind(date, today)}`, {
    day: dayAndMonth(date, language),
    times: said.length > 0 ? `${said.join(", ")}${t("panel.read-or")}${last}` : last,
  });
}
