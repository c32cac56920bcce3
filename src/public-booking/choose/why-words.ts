import { clockText } from "../../platform/time.ts";
import { reasonInWords } from "../frame/names.ts";
import type { PageReader } from "../frame/reader.ts";
import type { OnlineDay } from "../online-days.ts";
import { relativeLongDate } from "./date-words.ts";
import { type DayOpening, type Why, whyOf } from "./reasons.ts";

/** Why days can't be had, or not the whole of them. */
export function whyInWords(why: Why, { terms, today }: DayOpening, reader: PageReader): string {
  const { t } = reader;
  if (why.is === "later") return t("book.why-later", { count: terms.horizonDays });
  if (why.is === "opens")
    return t("book.why-opens", { day: relativeLongDate(why.date, today, reader), time: why.time });
  if (why.is === "full") return t("book.why-full");
  if (why.is === "no-hours") return t("book.why-no-hours");
  const reason = reasonInWords(why, reader);
  if (why.is === "closed") return reason;
  const values = { reason, from: clockText(why.from), to: clockText(why.to) };
  if (why.to === 1440) return t("book.why-until", values);
  return why.from === 0 ? t("book.why-from", values) : t("book.why-between", values);
}

/** Why a day has no time, as a sentence of its own. */
export function whyNone(day: OnlineDay, opening: DayOpening, reader: PageReader): string {
  const { t } = reader;
  const why = whyOf(day, opening);
  if (why === null) return t("book.why-past");
  return why.is === "closed"
    ? t("book.closed-reason", { reason: reasonInWords(why, reader) })
    : whyInWords(why, opening, reader);
}
