import { readFileSync } from "node:fs";
import type { CitizensLanguage } from "../../src/text/languages.ts";

/** What somebody may type, and what is right: the code of a service, `elsewhere/…` where KEP do not do it, or nothing. */
export interface Query {
  readonly text: string;
  /** By its way of speaking, as the corpus names them */
  readonly kind: string;
  readonly right: string;
  /** Looked at only when everything is built */
  readonly isApart: boolean;
}

const KIND = /^\[(\w+)(?:, (read|apart))?\]$/;
const LINE = /^([a-z0-9/-]+): (.+)$/;

/** As the pages are read on which it is asked so; undefined: on whichever */
export const languageOfKind = (kind: string): CitizensLanguage | undefined => LANGUAGE_OF[kind];

const LANGUAGE_OF: Readonly<Record<string, CitizensLanguage>> = {
  greek: "el",
  inflected: "el",
  greeklish: "el",
  typos: "el",
  english: "en",
  albanian: "sq",
  ukrainian: "uk",
  arabic: "ar",
  urdu: "ur",
};

/** The queries of corpus.txt: of each kind every third is apart, or all of a heading are. */
export function corpus(): Query[] {
  const queries: Query[] = [];
  let kind = "";
  let nth = 0;
  let whole: string | undefined;
  for (const line of readFileSync(new URL("./corpus.txt", import.meta.url), "utf8").split("\n")) {
    const [, heading, read] = KIND.exec(line) ?? [];
    if (heading !== undefined) {
      kind = heading;
      whole = read;
      nth = 0;
      continue;
    }
    const [, right = "", texts = ""] = LINE.exec(line) ?? [];
    for (const text of texts ? texts.split(" | ") : []) {
      const isApart = whole === undefined ? nth++ % 3 === 2 : whole === "apart";
      queries.push({ text, kind, right, isApart });
    }
  }
  return queries;
}

export interface Score {
  readonly count: number;
  readonly first: number;
  readonly amongThree: number;
}

/** @param find codes, best first */
export function scoreOf(
  queries: readonly Query[],
  find: (text: string, language?: CitizensLanguage) => readonly string[],
): Score {
  const places = queries.map(({ text, kind, right }) => {
    const found = find(text, languageOfKind(kind));
    return (found.length > 0 ? found : ["nothing"]).indexOf(right);
  });
  return {
    count: queries.length,
    first: places.filter((place) => place === 0).length,
    amongThree: places.filter((place) => place >= 0 && place < 3).length,
  };
}
