import { readFileSync } from "node:fs";

/** What somebody may type, and what is right: the code of a service, `elsewhere/…` where KEP do not do it, or nothing. */
export interface Query {
  readonly text: string;
  /** By its way of speaking, as the corpus names them */
  readonly kind: string;
  readonly right: string;
  /** Looked at only when everything is built */
  readonly isApart: boolean;
}

const KIND = /^\[(.+)\]$/;
const LINE = /^([a-z0-9/-]+): (.+)$/;

/** The queries of corpus.txt, every third of each kind apart. */
export function corpus(): Query[] {
  const queries: Query[] = [];
  let kind = "";
  let nth = 0;
  for (const line of readFileSync(new URL("./corpus.txt", import.meta.url), "utf8").split("\n")) {
    const [, heading] = KIND.exec(line) ?? [];
    if (heading !== undefined) {
      kind = heading;
      nth = 0;
      continue;
    }
    const [, right = "", texts = ""] = LINE.exec(line) ?? [];
    for (const text of texts ? texts.split(" | ") : []) queries.push({ text, kind, right, isApart: nth++ % 3 === 2 });
  }
  return queries;
}

export interface Score {
  readonly count: number;
  readonly first: number;
  readonly amongThree: number;
}

/** @param find codes, best first */
export function scoreOf(queries: readonly Query[], find: (text: string) => readonly string[]): Score {
  const places = queries.map(({ text, right }) => {
    const found = find(text);
    return (found.length > 0 ? found : ["nothing"]).indexOf(right);
  });
  return {
    count: queries.length,
    first: places.filter((place) => place === 0).length,
    amongThree: places.filter((place) => place >= 0 && place < 3).length,
  };
}
