import type { Database } from "../../platform/database/transaction.ts";
import { servicesMeant } from "../catalogue-search.ts";
import { type CountedWord, countedWords } from "./missed-sql.ts";

/** Of the words that found nothing when they were typed, those that find nothing now: each that got a home is gone. */
export async function missedWords(db: Database): Promise<CountedWord[]> {
  const counted = await countedWords(db.nation);
  const answers = await Promise.all(counted.map(({ word }) => servicesMeant(db, word)));
  return counted.filter((_, at) => answers[at]?.unknown.length !== 0);
}
