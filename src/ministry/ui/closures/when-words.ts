import { longDate, numericDate, weekday } from "../../../kit/dates.ts";
import type { Language } from "../../../text/text.ts";
import type { Closure } from "../../contract.ts";
import { lastMoment, momentOf } from "./closure-texts.ts";

/** Πέμπτη 26 Νοεμβρίου 2026 · Πέμπτη 26/11/2026, 12:00 έως Παρασκευή 27/11/2026 */
export function whenWords(closure: Pick<Closure, "from" | "to">, language: Language): string {
  const [first, last] = [momentOf(closure.from), lastMoment(closure.to)];
  const [from, to] = [first.time === "00:00" ? null : first.time, last.time === "24:00" ? null : last.time];
  const until = language === "en" ? "to" : "έως";
  if (first.date !== last.date)
    return `${shortMoment(first.date, from, language)} ${until} ${shortMoment(last.date, to, language)}`;
  const day = longDate(first.date, language);
  return from || to ? `${day}, ${first.time} ${until} ${last.time}` : day;
}

function shortMoment(date: string, time: string | null, language: Language): string {
  const day = `${weekday(date, language)} ${numericDate(date)}`;
  return time ? `${day}, ${time}` : day;
}
