import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Tx } from "../platform/database/sql.ts";
import type { PeopleWords } from "./people-words.ts";
import type { Referral } from "./referral.ts";
import { insertMissingReferrals, insertMissingWords, type SeededWords } from "./words-sql.ts";

/** What comes with the program (db/words): a row for each language, its words divided by semicolons. */
const FOLDER = new URL("../../db/words/", import.meta.url);

/**
 * The words of the people that come with the program, to each service of these codes that has none yet, and what is done
 * elsewhere: from then on they are the ministry's.
 */
export async function seedWords(tx: Tx): Promise<number> {
  const words = await insertMissingWords(tx, await seededWords());
  return words + (await insertMissingReferrals(tx, await seededReferrals()));
}

export async function seededWords(): Promise<SeededWords[]> {
  const byService = Map.groupBy(await rowsOf<WordsLine>("services.csv"), ({ service }) => service);
  return [...byService].map(([service, lines]) => ({ service, words: wordsIn(lines) }));
}

export async function seededReferrals(): Promise<Referral[]> {
  const byCode = Map.groupBy(await rowsOf<ReferralLine>("elsewhere.csv"), ({ code }) => code);
  return [...byCode].map(([code, lines]) => ({
    code,
    answers: Object.fromEntries(lines.map(({ language, answer }) => [language, answer])),
    words: wordsIn(lines),
    url: lines.find(({ url }) => url !== "")?.url ?? null,
  }));
}

interface Spoken {
  readonly language: string;
  readonly words: string;
}

interface WordsLine extends Spoken {
  readonly service: string;
}

interface ReferralLine extends Spoken {
  readonly code: string;
  readonly answer: string;
  readonly url: string;
}

const wordsIn = (lines: readonly Spoken[]): PeopleWords =>
  Object.fromEntries(lines.map(({ language, words }) => [language, words.split(";").map((phrase) => phrase.trim())]));

async function rowsOf<Row>(name: string): Promise<Row[]> {
  return parse<Row>(await readFile(new URL(name, FOLDER), "utf8"), { columns: true });
}
