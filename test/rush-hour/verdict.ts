import type { CommittedCall, WaitingVisit } from "./committed-calls.ts";
import type { Display, Phone } from "./screens.ts";
import type { Sighting } from "./watch-screen.ts";

/** What a rush comes to: nothing wrong, and how soon calls were read. */
export interface Verdict {
  readonly wrong: readonly string[];
  /** Milliseconds from just before the commit, of screens whose line was open */
  readonly onDisplays: readonly number[];
  readonly onPhones: readonly number[];
  /** Calls that a screen missed while it was cut off, and how soon each was there once the line was open again */
  readonly afterCuts: readonly number[];
}

interface RushFacts {
  readonly calls: readonly CommittedCall[];
  readonly displays: readonly Display[];
  readonly phones: readonly Phone[];
  /** When a cable was pulled, by the name of the screen at it */
  readonly cuts: ReadonlyMap<string, number>;
  /** Visits that were taken before others with a reason */
  readonly withReason: ReadonlySet<string>;
  readonly slackMinutes: number;
}

/** @param withinMs from the commit, or from when the line of a screen was open again */
export function verdictOn(rushed: RushFacts, withinMs: number): Verdict {
  const { calls, displays, phones, cuts } = rushed;
  const judging: Judging = { withinMs, wrong: [...wrongOrder(rushed), ...atTwoCounters(rushed)], afterCuts: [] };
  const onDisplays = displays.flatMap((display) => onDisplay(judging, display, calls, cuts.get(display.name)));
  const onPhones = phones.filter(({ reload }) => !reload).flatMap((phone) => onPhone(judging, phone, calls));
  return { wrong: judging.wrong, afterCuts: judging.afterCuts, onDisplays, onPhones };
}

interface Judging {
  readonly withinMs: number;
  readonly wrong: string[];
  readonly afterCuts: number[];
}

interface Reading {
  readonly screen: Pick<Display, "name" | "seen">;
  readonly call: CommittedCall;
  readonly at: number | undefined;
  readonly pulledAt?: number | undefined;
}

/** How soon a call was read; nothing where the screen was cut off, for that is another matter. */
function judge({ withinMs, wrong, afterCuts }: Judging, { screen, call, at, pulledAt }: Reading): number[] {
  const { name, seen } = screen;
  const openAgainAt = cutAround(seen, pulledAt, call.at);
  const took = (at ?? Number.POSITIVE_INFINITY) - (openAgainAt ?? call.at);
  const after = openAgainAt === undefined ? "" : " after a cut";
  if (took > withinMs) wrong.push(`${name}: ${call.number} at ${call.counter} took ${took} ms${after}`);
  if (openAgainAt === undefined) return [took];
  afterCuts.push(Math.max(0, took));
  return [];
}

/** Each call is among its rows at once, and called out once. */
function onDisplay(
  judging: Judging,
  screen: Display,
  calls: readonly CommittedCall[],
  pulledAt: number | undefined,
): number[] {
  const said = screen.seen.filter(({ kind }) => kind === "said");
  for (const [words, same] of Map.groupBy(calls, wordsOf)) {
    const times = said.filter((one) => saidWords(one) === words).length;
    if (times !== same.length)
      judging.wrong.push(`${screen.name}: ${words} was called ${same.length} times, and out ${times} times`);
  }
  return calls.flatMap((call) => {
    const earlier = calls.filter((one) => wordsOf(one) === wordsOf(call) && one.seq < call.seq).length;
    return judge(judging, { screen, call, at: shownAt(screen.seen, call, earlier), pulledAt });
  });
}

/** Each call since it was opened is told once, and nothing else. */
function onPhone(judging: Judging, screen: Phone, calls: readonly CommittedCall[]): number[] {
  const { name, seen, visit } = screen;
  const own = calls.filter((call) => call.visit === visit);
  const told = seen.filter(({ kind }) => kind === "told");
  const loadedAt = seen.find(({ kind }) => kind === "place")?.at ?? Number.POSITIVE_INFINITY;
  const isOther = told.some(({ words: [counter] }) => !own.some((call) => String(call.counter) === counter));
  if (told.length > own.length || isOther)
    judging.wrong.push(
      `${name}: called to ${own.map(({ counter }) => counter)}, told ${told.map(({ words }) => words[0])}`,
    );
  return own
    .filter(({ at }) => at > loadedAt)
    .flatMap((call) => judge(judging, { screen, call, at: told.find(({ at }) => at >= call.at)?.at }));
}

const wordsOf = ({ number, counter }: CommittedCall): string => `${number} ${counter}`;

/** Called again to the same counter it stands there already: it is called out once more. */
function shownAt(seen: readonly Sighting[], call: CommittedCall, earlier: number): number | undefined {
  const words = wordsOf(call);
  if (earlier > 0) return seen.filter((one) => one.kind === "said" && saidWords(one) === words)[earlier]?.at;
  return seen.find((one) => one.kind === "rows" && one.words.includes(words))?.at;
}

/** A screen that loses its line so soon after a call may not have been sent it. */
const NEAR_MS = 1_000;

/** «Α001, θυρίδα3, δεξιά» */
const saidWords = ({ words: [text = ""] }: Sighting): string => {
  const [, number, counter] = /^(\S\d{3}), \D*(\d+)/.exec(text) ?? [];
  return `${number} ${counter}`;
};

/** When the line of a screen was open again that was lost while a call was to be read; undefined: it was not lost. */
function cutAround(seen: readonly Sighting[], pulledAt: number | undefined, at: number): number | undefined {
  const lost = seen.filter(({ kind }) => kind === "lost").map((one) => one.at);
  for (const begin of pulledAt === undefined ? lost : [pulledAt, ...lost]) {
    // Of a cable that was pulled out the browser hears only afterwards.
    const noticed = lost.find((one) => one >= begin) ?? begin;
    const end = seen.find((one) => one.kind === "open" && one.at > noticed)?.at ?? Number.POSITIVE_INFINITY;
    if (at + NEAR_MS >= begin && at <= end) return end;
  }
  return undefined;
}

/** The published rule once more, in its own words: whoever is due first, in whosever plan they stand. */
function wrongOrder({ calls, withReason, slackMinutes }: RushFacts): string[] {
  const millisecondsOf = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
  const dueAt = ({ from, isLater }: WaitingVisit) => millisecondsOf(from) + (isLater ? slackMinutes : 0) * 60_000;
  return calls.flatMap(({ seq, visit, counter, number, waited }) => {
    const isRecall = calls.some((one) => one.visit === visit && one.counter === counter && one.seq < seq);
    const self = waited.find(({ id }) => id === visit);
    if (isRecall || withReason.has(visit) || !self) return [];
    const passed = waited.filter((one) => dueAt(one) < dueAt(self));
    return passed.length > 0 ? [`${number} was called to ${counter} before ${passed.length} who were due earlier`] : [];
  });
}

const atTwoCounters = ({ calls, withReason }: RushFacts): string[] =>
  [...Map.groupBy(calls, ({ visit }) => visit)]
    .filter(([visit, all]) => new Set(all.map(({ counter }) => counter)).size > 1 && !withReason.has(visit))
    .map(([, [first]]) => `${first?.number} was called to two counters`);
