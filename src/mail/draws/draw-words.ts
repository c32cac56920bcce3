import { weekdayAndDate } from "../../kit/dates.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { type CitizensLanguage, inLine } from "../../text/languages.ts";
import { localName } from "../../text/local-names.ts";
import type { Text } from "../../text/text.ts";
import type { DrawLetter } from "./draw-letter.ts";
import "../../text/server.ts";

/** How letters of a draw say it. */

/** Κ 4817: the letter is shown in front, and is no part of the number. */
export const wishNumber = ({ wish }: Pick<DrawLetter, "wish">): string => `Κ\u00a0${wish.news.wish.number}`;

/** Δευτέρα 30/11, 20:00 */
export const hourOf = (at: Temporal.Instant, language: CitizensLanguage): string =>
  inLine(language, weekdayAndDate(dateTextOf(at), language), clockTextOf(at));

const PARTS = ["letter.draw-morning", "letter.draw-noon", "letter.draw-afternoon"] as const;

/** The days and parts that were wished for, the best first. */
export function whenWished({ wish: { news }, visit: { language } }: DrawLetter, t: Text): string {
  const dayParts = news.wish.dayParts.map(
    ([date, part]) => `${weekdayAndDate(date, language)} ${t(PARTS[part] as (typeof PARTS)[number])}`,
  );
  return inLine(language, ...dayParts, news.wish.others ? t("letter.draw-others") : null);
}

/** The offices that were wished for, the best first. */
export const whereWished = ({ wish: { news, offices }, visit: { language } }: DrawLetter): string =>
  inLine(
    language,
    ...news.wish.offices.flatMap((id) => {
      const office = offices.get(id);
      return office ? [localName(office, language)] : [];
    }),
  );
