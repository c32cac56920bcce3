import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

/** What the page asked of the server, and what that answered: written down by the one, proven by the other. */

export interface Question {
  /** Of another desk, whose act the page only hears of */
  readonly isElsewhere?: true;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly version?: string;
  readonly isKeyed?: true;
  /** Greek where it is not said */
  readonly language?: string;
}

export interface Exchange {
  readonly question: Question;
  readonly status: number;
  readonly answer: unknown;
}

/** One test's, in its order */
export interface Story {
  readonly scene: string;
  readonly exchanges: readonly Exchange[];
}

export type Recording = Readonly<Record<string, Story>>;

interface Written {
  readonly answers: readonly unknown[];
  readonly stories: Readonly<
    Record<string, { scene: string; exchanges: readonly (Question & { status: number; answer: number })[] }>
  >;
}

/** Nothing is otherwise in the office after these, though they are posted: questions with names in them, and where a clerk is. */
const IS_READ = /\/(namesakes|(appointment-)?searches|fillings|proposals)$/;
export const isAct = ({ method, path }: Question): boolean => method !== "GET" && !IS_READ.test(path);

export const RECORDINGS: string = new URL("recordings/", import.meta.url).pathname;

const fileOf = (name: string): string => `${RECORDINGS}${name}.json`;

/** @param name of the file of tests */
export function readRecording(name: string): Recording {
  if (!existsSync(fileOf(name))) return {};
  const { answers, stories } = JSON.parse(readFileSync(fileOf(name), "utf8")) as Written;
  return Object.fromEntries(
    Object.entries(stories).map(([test, { scene, exchanges }]) => [
      test,
      {
        scene,
        exchanges: exchanges.map(({ status, answer, ...question }) => ({ question, status, answer: answers[answer] })),
      },
    ]),
  );
}

/** Each answer once, each on a line of its own, so that a change of the contract reads as one. */
export function writeRecording(name: string, recording: Recording): void {
  const answers: string[] = [];
  const place = (answer: unknown) => {
    const text = JSON.stringify(answer ?? null);
    return answers.includes(text) ? answers.indexOf(text) : answers.push(text) - 1;
  };
  const stories = Object.entries(recording).map(([test, { scene, exchanges }]) => {
    const lines = exchanges.map(({ question, status, answer }) =>
      JSON.stringify({ ...question, status, answer: place(answer) }),
    );
    return `${JSON.stringify(test)}: {"scene": ${JSON.stringify(scene)}, "exchanges": [\n${lines.join(",\n")}\n]}`;
  });
  writeFileSync(fileOf(name), `{"answers": [\n${answers.join(",\n")}\n],\n"stories": {\n${stories.join(",\n")}\n}}\n`);
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[1-9a-f][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/.source;
/** What else differs from world to world: a visit's number, and the mark of a day's answer. */
const DRAWN = new RegExp(`${ID}|(?<="(?:reference|text)":")\\d{9}(?=")|(?<="version":")[\\w-]{16}(?=")`, "g");
/** Those that the page made begin so in a test, and are the same each time. */
const OF_PAGE = "00000000-";
export const pageId = (n: number): `${string}-${string}-${string}-${string}-${string}` =>
  `${OF_PAGE}0000-4000-8000-${`${n}`.padStart(12, "0")}`;

/** Of the same length and kind as what was drawn */
function numbered(drawn: string, n: number): string {
  if (drawn.length === 9) return `${900_000_000 + n}`;
  return drawn.length === 16 ? `${n}`.padStart(16, "v") : `99999999-0000-7000-8000-${`${n}`.padStart(12, "0")}`;
}

/** What was drawn by lot gets a number instead, in the order in which it comes. */
export function numberedIds() {
  const numbers = new Map<string, string>();
  const number = (drawn: string): string => {
    if (drawn.startsWith(OF_PAGE)) return drawn;
    const known = numbers.get(drawn) ?? numbered(drawn, numbers.size + 1);
    numbers.set(drawn, known);
    return known;
  };
  return {
    number: <Value>(value: Value): Value => JSON.parse(JSON.stringify(value).replace(DRAWN, number)),
    /** With what was drawn for these numbers by now */
    restore: <Value>(value: Value): Value =>
      JSON.parse([...numbers].reduce((text, [drawn, known]) => text.replaceAll(known, drawn), JSON.stringify(value))),
  };
}

/** The page may ask again what it has asked: the same answer is written down once between two acts. */
export function withoutRepeats(exchanges: readonly Exchange[]): Exchange[] {
  let since = 0;
  return exchanges.filter((exchange, index) => {
    if (isAct(exchange.question)) since = index;
    return !exchanges.slice(since, index).some((earlier) => isDeepStrictEqual(earlier, exchange));
  });
}
