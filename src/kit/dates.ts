import { createCache } from "../platform/cache.ts";
import { type CitizensLanguage, inLine } from "../text/languages.ts";
import { DATE_WORDS } from "./date-words.ts";

/** Dates, times and telephone numbers as people say and read them. Dates come as "2026-11-24", times as "09:30". */

const NBSP = "\u00a0";

/** Τρίτη 24 Νοεμβρίου 2026 */
export const longDate = (date: string, language: CitizensLanguage): string =>
  `${dayAndMonth(date, language)} ${date.slice(0, 4)}`;

/** Τρίτη 24 Νοεμβρίου */
export const dayAndMonth = (date: string, language: CitizensLanguage): string =>
  `${weekday(date, language)} ${ofMonth(date, language)}`;

/** Τετ 25/11 */
export const shortDate = (date: string, language: CitizensLanguage): string =>
  `${shortWeekday(date, language)} ${dayOfMonth(date)}`;

/** Πέμπτη 26/11 */
export const weekdayAndDate = (date: string, language: CitizensLanguage): string =>
  `${weekday(date, language)} ${dayOfMonth(date)}`;

/** την Πέμπτη 26 Νοεμβρίου 2026, on Thursday 26 November 2026 */
export const onDate = (date: string, language: CitizensLanguage): string =>
  `${onWeekday(date, language)} ${ofMonth(date, language)} ${date.slice(0, 4)}`;

/** την Πέμπτη 26/11, τη Δευτέρα 30/11, το Σάββατο 28/11, on Thursday 26/11 */
export const onDay = (date: string, language: CitizensLanguage): string =>
  `${onWeekday(date, language)} ${dayOfMonth(date)}`;

/** την Πέμπτη 26 Νοεμβρίου */
export const onDayInWords = (date: string, language: CitizensLanguage): string =>
  `${onWeekday(date, language)} ${ofMonth(date, language)}`;

/** Πέμπτη 26 Νοεμβρίου, or the first and the last of several days */
export const daysInWords = (first: string, last: string, language: CitizensLanguage): string =>
  first === last ? dayAndMonth(first, language) : `${dayAndMonth(first, language)} – ${dayAndMonth(last, language)}`;

const onWeekday = (date: string, language: CitizensLanguage): string =>
  DATE_WORDS[language].on(weekday(date, language));

/** 24/11/2026 */
export const numericDate = (date: string): string => `${dayOfMonth(date)}/${date.slice(0, 4)}`;

/** 25/11 */
export const dayOfMonth = (date: string): string => `${date.slice(8)}/${date.slice(5, 7)}`;

/** στις 09:30 */
export const atTime = (time: string, language: CitizensLanguage): string => DATE_WORDS[language].at(time);

/** Τρίτη 8 Δεκεμβρίου 2026, στις 09:30 */
export const longDateAtTime = (
  { date, time }: { readonly date: string; readonly time: string },
  language: CitizensLanguage,
): string => inLine(language, longDate(date, language), atTime(time, language));

/** σήμερα, Τρίτη 24 Νοεμβρίου, ; null: neither today nor tomorrow */
export function nearDayInWords(date: string, today: string, language: CitizensLanguage): string | null {
  const isNear = date === today || date === daysAfter(today, 1);
  return isNear ? `${relativeDay(date, today, language)}, ${dayAndMonth(date, language)},` : null;
}

/** σήμερα, αύριο, or else Τετ 25/11 */
export function relativeDay(date: string, today: string, language: CitizensLanguage): string {
  if (date === today) return DATE_WORDS[language].today;
  if (date === daysAfter(today, 1)) return DATE_WORDS[language].tomorrow;
  return shortDate(date, language);
}

export const daysAfter = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** "10:36" of a moment that the server wrote with the offset of Athens. */
export const timeOf = (moment: string): string => moment.slice(11, 16);

/** Minute of the day of "09:15"; "24:00" ends it. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export const timeAt = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Today in Athens by this browser's clock: only a first guess, the server's answers say it rightly. */
export const likelyToday = (): string => Temporal.Now.plainDateISO("Europe/Athens").toString();

/** And what time it is there */
export const likelyNow = (): { readonly date: string; readonly time: string } => ({
  date: likelyToday(),
  time: Temporal.Now.plainTimeISO("Europe/Athens").toString({ smallestUnit: "minute" }),
});

/** 694 412 3456, 210 909 8391, 2310 123456; foreign numbers as they are stored. */
export function formatPhone(e164: string): string {
  const national = /^\+30(\d{10})$/.exec(e164)?.[1];
  if (!national) return e164;
  const grouping = /^(69|21)/.test(national) ? /^(\d{3})(\d{3})(\d{4})$/ : /^(\d{4})(\d{6})$/;
  return (grouping.exec(national) ?? [national, national]).slice(1).join(NBSP);
}

/** 482 715 306 */
export const formatReference = (reference: string): string => reference.replace(/(\d{3})(?=\d)/g, `$1${NBSP}`);

/** Πέμπτη */
export const weekday = (date: string, language: CitizensLanguage): string => nameOf("weekday", date, language);

/** Πέμ */
export const shortWeekday = (date: string, language: CitizensLanguage): string =>
  nameOf("short-weekday", date, language);

/** 24 Νοεμβρίου: the month as it stands beside a day, in Greek in the genitive. */
export const ofMonth = (date: string, language: CitizensLanguage): string =>
  `${Number(date.slice(8))} ${nameOf("month", date, language)}`;

/** Οκτώβριος 2026 @param month as «2026-10» */
export const monthAndYear = (month: string, language: CitizensLanguage): string =>
  `${nameOf("month-alone", `${month}-01`, language)} ${month.slice(0, 4)}`;

/** What a date is called: asked of the system once for each name, for to ask costs more than all else on a page of days. */
type Name = "weekday" | "short-weekday" | "month" | "month-alone";

const names = createCache<string, string>({ name: "names of dates", max: 500 });

function nameOf(name: Name, date: string, language: CitizensLanguage): string {
  const day = new Date(`${date}T00:00:00Z`);
  const key = `${language} ${name} ${name.startsWith("month") ? day.getUTCMonth() : day.getUTCDay()}`;
  const known = names.get(key);
  if (known !== undefined) return known;
  const { type, options } = FORMATS[name];
  const format = new Intl.DateTimeFormat(DATE_WORDS[language].locale, { ...options, timeZone: "UTC" });
  const said = format.formatToParts(day).find((each) => each.type === type)?.value ?? "";
  return names.set(key, said);
}

const FORMATS: Readonly<Record<Name, { type: Intl.DateTimeFormatPartTypes; options: Intl.DateTimeFormatOptions }>> = {
  weekday: { type: "weekday", options: { weekday: "long" } },
  "short-weekday": { type: "weekday", options: { weekday: "short" } },
  month: { type: "month", options: { day: "numeric", month: "long" } },
  // Beside a year and without a day it is named in the nominative.
  "month-alone": { type: "month", options: { month: "long", year: "numeric" } },
};
