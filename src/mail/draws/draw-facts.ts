import { dayOfMonth, formatPhone, longDateAtTime } from "../../kit/dates.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import type { Text } from "../../text/text.ts";
import { type Fact, serviceFacts, whereFacts } from "../letter/facts.ts";
import type { Sender } from "../visit-sql.ts";
import type { DrawLetter } from "./draw-letter.ts";
import { hourOf, whenWished, whereWished, wishNumber } from "./draw-words.ts";

/** What a letter says of a wish in a word or a line each. */
export function factsOfDraw(letter: DrawLetter, sender: Sender, t: Text): Fact[] {
  const { kind, visit } = letter;
  if (kind === "drawn") return factsOfDrawn(letter, t);
  if (kind === "not-drawn") return factsOfWaiting(letter, sender, t);
  return [
    ...(kind === "draw-wish" ? [{ label: t("letter.draw-number"), value: wishNumber(letter), isStrong: true }] : []),
    ...serviceFacts(visit, null, t),
    { label: t("letter.draw-when"), value: whenWished(letter, t) },
    { label: t("letter.draw-where"), value: whereWished(letter) },
    ...(kind === "draw-wish" ? [{ label: t("letter.draw-fingerprint"), value: letter.wish.news.fingerprint }] : []),
  ];
}

function factsOfDrawn(letter: DrawLetter, t: Text): Fact[] {
  const { visit, place, wish } = letter;
  const { result } = wish.news;
  const office = result && wish.offices.get(result.office);
  return [
    { label: t("letter.when"), value: longDateAtTime(place, visit.language), isStrong: true },
    ...(office ? whereFacts(visit, office, t) : []),
    ...serviceFacts(visit, null, t),
    { label: t("letter.draw-choice"), value: choiceOf(result?.choice ?? null, t) },
  ];
}

function choiceOf(choice: number | null, t: Text): string {
  if (choice === null) return t("letter.draw-other-choice");
  return choice === 1 ? t("letter.draw-first-choice") : t("letter.draw-nth-choice", { choice });
}

/** The odds, and what else there is. */
function factsOfWaiting(letter: DrawLetter, { phone }: Sender, t: Text): Fact[] {
  const { language } = letter.visit;
  const { draw, wish, odds, next } = letter.wish.news;
  return [
    { label: t("letter.draw-number"), value: wishNumber(letter) },
    ...(odds && wish.place
      ? [
          { label: t("letter.draw-order"), value: t("letter.draw-place", { place: wish.place, of: odds.wishes }) },
          {
            label: t("letter.draw-ahead"),
            value: odds.ahead === 0 ? t("letter.draw-nobody") : t("letter.draw-waiting", { ahead: odds.ahead }),
            isStrong: true,
          },
        ]
      : []),
    ...(draw.releasedAt === null
      ? [
          {
            label: t("letter.draw-for-all"),
            value: t("letter.draw-opens-to-all", { when: hourOf(draw.releaseAt, language) }),
          },
        ]
      : []),
    ...(next ? [{ label: t("letter.draw-next"), value: nextOf(next, language, t) }] : []),
    ...(phone ? [{ label: t("letter.phone"), value: formatPhone(phone) }] : []),
  ];
}

type Next = NonNullable<DrawLetter["wish"]["news"]["next"]>;

function nextOf({ state, firstDay, lastDay, opensAt, closesAt }: Next, language: CitizensLanguage, t: Text): string {
  const days = `${dayOfMonth(firstDay.toString())} – ${dayOfMonth(lastDay.toString())}`;
  return state === "open"
    ? t("letter.draw-next-open", { days, when: hourOf(closesAt, language) })
    : t("letter.draw-next-opens", { days, when: hourOf(opensAt, language) });
}
