import type { Slot } from "../../../appointments/ui/plan-marks.ts";
import { atTime, nearDayInWords, onDayInWords } from "../../../kit/dates.ts";
import { spokenIn } from "../../../text/languages.ts";
import { type Language, textIn } from "../../../text/text.ts";
import { callPurpose } from "../../call-purpose.ts";
import type { ListedCall } from "../../contract.ts";
import "../../../text/english.ts";

type Moment = Pick<Slot, "date" | "time">;

/**
 * What to say on the telephone, in the citizen's language; with weight between asterisks. Pure.
 * @param place the new time that is offered in the row; null: none is
 */
export function callSentence(call: ListedCall, place: Moment | null, today: string): string {
  const { appointment, was, why } = call;
  const language = spokenIn(appointment.language);
  const t = textIn(language);
  const { isOff, isKnown } = callPurpose(call);
  const said = (moment: Moment) => whenInWords(moment, today, language);
  if (isOff) return t("rules.say-off", { was: said(was) });
  if (place) return t("rules.say-moved", { was: said(was), to: said(place) });
  if (isKnown) return t("rules.say-known", { when: said(appointment) });
  if (why === "kept") return t("rules.say-none", { was: said(was) });
  return t("rules.say-moved", { was: said(was), to: said(appointment) });
}

/** αύριο, Τετάρτη 25 Νοεμβρίου, στις 11:15; την Πέμπτη 26 Νοεμβρίου στις 09:15 */
const whenInWords = ({ date, time }: Moment, today: string, language: Language): string =>
  `${nearDayInWords(date, today, language) ?? onDayInWords(date, language)} ${atTime(time, language)}`;
