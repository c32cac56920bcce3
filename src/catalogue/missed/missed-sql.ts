import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";

/** SQL of the words that no service has: functions alone see what they are counted by. */

/** True: so many have used it that it may be looked at, and nobody has yet. */
export async function countAsker(tx: Tx, word: string, asker: string): Promise<boolean> {
  const [row] = await tx.sql<{ askers: number | null }>`select count_missed_word(${word}, ${asker}) as askers`;
  return row?.askers != null;
}

export async function soundsAsName(tx: AcrossOffices, sounds: readonly string[]): Promise<boolean> {
  const [row] = await tx.sql<{ offices: string }>`select sounds_of_names(${sounds}::text[]) as offices`;
  return Number(row?.offices) > 0;
}

/** What offices are called, and where they are. */
export const placeNames = async (tx: Read): Promise<string[]> =>
  (
    await tx.sql<{ text: string }>`
      select concat_ws(' ', name, municipality, regional_unit, region, address) as text from office`
  ).map(({ text }) => text);

export async function keepWord(tx: Tx, word: string, mayBeShown: boolean): Promise<void> {
  await tx.sql`select keep_missed_word(${word}, ${mayBeShown})`;
}

export interface CountedWord {
  readonly word: string;
  readonly askers: number;
}

export const countedWords = (tx: Read): Promise<CountedWord[]> => tx.sql<CountedWord>`
  select word, askers::integer as askers from missed_words()`;

/** @returns how many rows are gone */
export async function forgetMissed(tx: Tx): Promise<number> {
  const [row] = await tx.sql<{ count: string }>`select forget_missed() as count`;
  return Number(row?.count);
}
