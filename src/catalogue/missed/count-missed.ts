import { ACROSS_OFFICES, type AcrossOffices, type Tx } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { soundKeys } from "../../platform/text/sound.ts";
import { foldedWords } from "../search/folded-words.ts";
import { soundStemOf, stemOf } from "../search/stem.ts";
import { countableWord } from "./countable.ts";
import { countAsker, keepWord, placeNames, soundsAsName } from "./missed-sql.ts";

export interface Missed {
  readonly typed: string;
  readonly unknown: readonly string[];
  /** An address of the internet, as far as one party has it */
  readonly asker: string;
}

/**
 * Counts what somebody looked for that no service has (docs/decisions/0035-what-found-nothing.md): a word without
 * its ending, that is written down only when five have used it and it is neither a name that anybody has had nor of a place.
 */
export async function countMissed(db: Database, { typed, unknown, asker }: Missed): Promise<void> {
  const [only = ""] = unknown;
  const word = countableWord(typed, unknown);
  if (word === null) return;
  await db.write(ACROSS_OFFICES, async (tx) => {
    if (await countAsker(tx, word, asker)) await keepWord(tx, word, !(await isName(tx, only)));
  });
}

async function isName(tx: AcrossOffices<Tx>, typed: string): Promise<boolean> {
  const [word = ""] = foldedWords(typed);
  const sounds = soundKeys(word, MOST_READINGS);
  if (await soundsAsName(tx, sounds)) return true;
  const [stem, soundStems] = [stemOf(word), sounds.map(soundStemOf)];
  const places = (await placeNames(tx)).flatMap(foldedWords);
  return places.some(
    (place) => stemOf(place) === stem || soundKeys(place, 1).some((key) => soundStems.includes(soundStemOf(key))),
  );
}

const MOST_READINGS = 12;
