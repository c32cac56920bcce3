import type { LiveEvents } from "../events.ts";

/** The questions that have become old: by one change, by a change of office, or all of them. */
export type News =
  | ({ readonly kind: "change" } & Pick<LiveEvents["change"], "dates" | "appointment">)
  | { readonly kind: "rules" | "all" }
  /** Those of which the answer may be from before; nothing has changed for so long */
  | { readonly kind: "quiet"; readonly ms: number };

type Rest = readonly unknown[];

/**
 * Queries are named [what, office, …]. Those that are not in this list are never asked again by themselves: a search is
 * an act of its own. Times that a form offers are asked again, and it is the form's to let none move under one's hand.
 */
const FOLLOWED: Readonly<Record<string, (news: News, rest: Rest) => boolean>> = {
  day: (news, [date]) => news.kind !== "change" || news.dates.some((each) => each === date),
  tickets: (news, [date]) => news.kind !== "change" || news.dates.some((each) => each === date),
  "in-vain": (news, [date]) => news.kind !== "change" || news.dates.some((each) => each === date),
  appointment: (news, [id]) => isOf(news, id),
  "appointment-mails": (news, [id]) => isOf(news, id),
  history: (news, [id]) => isOf(news, id),
  availability: () => true,
  "free-times": (news, [from, to]) => news.kind !== "change" || news.dates.some((date) => isWithin(date, from, to)),
  weeks: () => true,
  explanation: () => true,
  coverage: () => true,
  office: ({ kind }) => kind === "rules",
  queues: ({ kind }) => kind !== "change",
  "call-days": () => true,
  "call-list": ({ kind }) => kind !== "change",
  "mail-count": () => true,
  mails: ({ kind }) => kind !== "change",
  "work-list": ({ kind }) => kind !== "change",
  "work-list-count": ({ kind }) => kind !== "change",
  onboarding: ({ kind }) => kind === "all" || kind === "quiet",
  "rule-changes": ({ kind }) => kind !== "change",
  "diary-imports": ({ kind }) => kind !== "change",
};
/** Named without an office, because they are about several */
const OF_ALL = ["days-of-all"];

/** @param ageMs of what is shown, at the most */
export function isConcerned(
  [what, ofOffice, ...rest]: readonly unknown[],
  office: string,
  news: readonly News[],
  ageMs: number = Number.POSITIVE_INFINITY,
): boolean {
  if (typeof what !== "string") return false;
  if (OF_ALL.includes(what)) return true;
  const follows = FOLLOWED[what];
  const isOld = (each: News) => each.kind !== "quiet" || ageMs > each.ms;
  return ofOffice === office && follows !== undefined && news.some((each) => isOld(each) && follows(each, rest));
}

const isWithin = (date: string, from: unknown, to: unknown): boolean =>
  typeof from === "string" && typeof to === "string" && from <= date && date <= to;

const isOf = (news: News, id: unknown): boolean =>
  news.kind === "change" ? news.appointment === id : news.kind !== "rules";
