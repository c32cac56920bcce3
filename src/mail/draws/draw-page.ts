import { numericDate, weekdayAndDate } from "../../kit/dates.ts";
import { inLine } from "../../text/languages.ts";
import { type Text, textIn } from "../../text/text.ts";
import { bringPart, type LetterAct, type LetterPage, letterFoot } from "../letter/page-parts.ts";
import type { Sender } from "../visit-sql.ts";
import { factsOfDraw } from "./draw-facts.ts";
import type { DrawLetter } from "./draw-letter.ts";
import { hourOf, wishNumber } from "./draw-words.ts";
import "../../text/server.ts";

/** All that a letter says of a wish for a draw. Its links lead to pages that ask again: by the letter alone nothing is done. */
export function pageOfDraw(letter: DrawLetter, sender: Sender): LetterPage {
  const { kind, visit, place } = letter;
  const { language } = visit;
  const t = textIn(language);
  const when = inLine(language, weekdayAndDate(place.date, language), place.time);
  return {
    language,
    subject: t(`letter.subject-${variantOf(letter)}`, { when }),
    preview: previewOf(letter, t),
    greeting: t("letter.greeting"),
    heading: t(`letter.heading-${variantOf(letter)}`),
    paragraphs: paragraphsOf(letter, t),
    facts: factsOfDraw(letter, sender, t),
    code: null,
    asks: [],
    acts: actsOf(letter, t),
    lists: [...(kind === "drawn" ? [bringPart(visit, t)] : []), ...(kind === "draw-wish" ? [whatNow(letter, t)] : [])],
    next: nextOf(letter, t),
    links: linksOf(letter, t),
    note: null,
    foot: [whyOf(letter, t), ...letterFoot(sender, language, t)],
  };
}

/** Which words: whoever had waited, or had been given another place before, is told so. */
function variantOf({ kind, wish: { news } }: DrawLetter) {
  if (kind === "not-drawn" && news.result?.answer === "lost") return "not-drawn-lost" as const;
  if (kind !== "drawn") return kind;
  if ((news.result?.turn ?? 1) > 1) return "drawn-again" as const;
  return news.isPassedOn ? ("drawn-later" as const) : kind;
}

function previewOf(letter: DrawLetter, t: Text): string {
  const { kind, visit, wish } = letter;
  if (kind === "draw-link") return t("letter.preview-wish");
  if (kind === "draw-wish") {
    const when = hourOf(wish.news.draw.closesAt, visit.language);
    return t("letter.preview-draw-wish", { number: wishNumber(letter), when });
  }
  return kind === "drawn" ? t("letter.preview-drawn", { until: answerUntil(letter) }) : t("letter.preview-not-drawn");
}

/** Of who was drawn until their own hour, of who waits until that of the first ones. */
const answerUntil = ({ kind, visit, wish: { news } }: DrawLetter): string =>
  hourOf((kind === "drawn" ? news.result?.until : null) ?? news.draw.answerUntil, visit.language);

function paragraphsOf(letter: DrawLetter, t: Text): string[] {
  const { kind, visit, wish } = letter;
  const { draw } = wish.news;
  if (kind === "draw-link")
    return [t("letter.draw-asked", { draw: draw.number, when: hourOf(draw.closesAt, visit.language) })];
  if (kind === "draw-wish") return [t("letter.draw-not-order")];
  return kind === "drawn" ? heldFor(letter, t) : oddsIn(letter, t);
}

function heldFor(letter: DrawLetter, t: Text): string[] {
  const variant = variantOf(letter);
  return [
    ...(variant === "drawn-later" ? [t("letter.draw-passed")] : []),
    ...(variant === "drawn-again" ? [t("letter.draw-again")] : []),
    t("letter.draw-held", { until: answerUntil(letter) }),
  ];
}

/** Nobody is to wait for what hardly comes. */
function oddsIn(letter: DrawLetter, t: Text): string[] {
  const { odds, isAnswerTimeOver } = letter.wish.news;
  const isLost = variantOf(letter) === "not-drawn-lost";
  return [
    ...(isLost ? [t("letter.draw-lost")] : []),
    ...(odds && !isLost ? [t("letter.draw-counts", { wishes: odds.wishes, drawn: odds.drawn })] : []),
    t("letter.draw-stay"),
    [
      ...(isAnswerTimeOver ? [] : [t("letter.draw-silent", { until: answerUntil(letter) })]),
      ...(odds?.passedBefore != null ? [t("letter.draw-passed-before", { passed: odds.passedBefore })] : []),
    ].join(" "),
  ].filter((text) => text !== "");
}

function actsOf({ kind, link, pages, wish }: DrawLetter, t: Text): LetterAct[] {
  if (!link) return [];
  const { draw, next } = wish.news;
  const own = { address: `${link}/draw`, isMain: true };
  const leave = { address: `${link}/draw/leave`, isMain: false };
  if (kind === "draw-link") return [{ label: t("letter.act-draw-link"), ...own }];
  if (kind === "draw-wish") return [{ label: t("letter.act-draw-wish"), ...own, isMain: false }];
  if (kind === "drawn")
    return [
      { label: t("letter.act-coming"), ...own },
      { label: t("letter.act-draw-leave"), ...leave },
    ];
  const free = `${pages}/book/earliest?${new URLSearchParams({ service: draw.service })}`;
  return [
    { label: t("letter.act-draw-free"), address: free, isMain: true },
    ...(next ? [{ label: t("letter.act-draw-next"), address: `${link}/draw/next`, isMain: false }] : []),
    { label: t("letter.act-draw-out"), ...leave },
  ];
}

function whatNow({ visit: { language }, wish }: DrawLetter, t: Text) {
  const { draw, isOpen } = wish.news;
  return {
    title: t("letter.draw-now"),
    lines: [
      ...(isOpen ? [t("letter.draw-until-closes", { when: hourOf(draw.closesAt, language) })] : []),
      t("letter.draw-then"),
      t("letter.draw-until-answer", { when: hourOf(draw.answerUntil, language) }),
    ],
  };
}

function nextOf(letter: DrawLetter, t: Text): string[] {
  const { kind } = letter;
  if (kind === "draw-wish") return [t("letter.draw-fingerprint-why")];
  if (kind !== "drawn") return [];
  return [
    t("letter.draw-asks-again"),
    `${t("letter.draw-in-name")} ${movesIn(letter, t)} ${t("letter.draw-to-next")}`,
    orderIn(letter, t),
  ];
}

function movesIn({ wish: { news } }: DrawLetter, t: Text): string {
  const { moves } = news.draw;
  if (moves === 0) return t("letter.draw-moves-none");
  return moves === 1 ? t("letter.draw-moves-once") : t("letter.draw-moves", { moves });
}

function orderIn(letter: DrawLetter, t: Text): string {
  const { wish, odds } = letter.wish.news;
  return t("letter.draw-in-order", { number: wishNumber(letter), place: wish.place ?? 0, of: odds?.wishes ?? 0 });
}

/** The check, once there is an order. */
function linksOf({ wish: { news }, pages }: DrawLetter, t: Text): LetterPage["links"] {
  if (!news.odds) return [];
  return [{ label: t("letter.act-draw-check"), address: `${pages}/draws/${news.draw.number}` }];
}

function whyOf(letter: DrawLetter, t: Text): string {
  const { draw } = letter.wish.news;
  if (letter.kind === "draw-link") return t("letter.foot-why-draw-link", { draw: draw.number });
  const last = numericDate(draw.lastDay.toString());
  return t("letter.foot-why-draw", { number: wishNumber(letter), draw: draw.number, last });
}
