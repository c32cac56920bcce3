import { PARTS_OF_DAY } from "../../appointments/parts-of-day.ts";
import type { PublicDraw } from "../../draws/public/public-draws.ts";
import { atTime, daysInWords, onDay, weekdayAndDate } from "../../kit/dates.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { inLine } from "../../text/languages.ts";
import type { PageReader } from "../frame/reader.ts";

/** Παρασκευή 27/11, 14:00 */
export const drawMoment = (at: Temporal.Instant, { language }: PageReader): string =>
  inLine(language, weekdayAndDate(dateTextOf(at), language), clockTextOf(at));

/** την Παρασκευή 27/11, στις 14:00 */
export const onDrawMoment = (at: Temporal.Instant, { language }: PageReader): string =>
  inLine(language, onDay(dateTextOf(at), language), atTime(clockTextOf(at), language));

/** Of its visits */
export const daysWords = (
  { firstDay, lastDay }: Pick<PublicDraw, "firstDay" | "lastDay">,
  reader: PageReader,
): string => daysInWords(firstDay.toString(), lastDay.toString(), reader.language);

/** As people write it */
export const ticketWords = (number: string): string => `Κ\u00a0${number}`;

/** Τρίτη 8/12 πρωί */
export const dayPartWords = ([date, part]: readonly [string, number], reader: PageReader): string =>
  `${weekdayAndDate(date, reader.language)} ${partOfDayWords(part, reader).toLocaleLowerCase(reader.language)}`;

export const partOfDayWords = (part: number, { t }: PageReader): string => t(`book.${partOfDay(part).name}`);

/** When it ends: "12:00" */
export const partEnd = (part: number): string => partOfDay(part).to;

const partOfDay = (part: number) => PARTS_OF_DAY[part] ?? PARTS_OF_DAY[2];
