import { z } from "zod";
import { announceRuling } from "../../live/announce.ts";
import { lines, optional, required } from "../../offices/cells.ts";
import { checkedRows } from "../../offices/checked-rows.ts";
import type { ImportSummary } from "../../offices/import-plan.ts";
import { readTable } from "../../offices/read-table.ts";
import { type Faulty, isFaulty } from "../../offices/table-file.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { TRANSLATED_LANGUAGES } from "../../text/languages.ts";
import {
  importTranslations,
  lockTranslations,
  type StoredTranslation,
  storedTranslations,
} from "./translations-sql.ts";

const words = optional(lines(3_000));

const translationColumns = z.object({
  greek: required(lines(2_000)),
  en: words,
  sq: words,
  uk: words,
  ar: words,
  ur: words,
});

/**
 * Brings a translator's file in, as the owner: Greek words, and a column for each language. An empty cell changes nothing.
 * With any fault nothing is brought in. What changed waits for a native speaker again.
 */
export async function bringInTranslations(db: Database, file: Uint8Array): Promise<ImportSummary | Faulty> {
  const table = readTable(file);
  if (isFaulty(table)) return table;
  const { rows, faults } = checkedRows(table, translationColumns, ["greek"]);
  if (faults.length > 0) return { faults };
  const given = rows.flatMap(({ values }) =>
    TRANSLATED_LANGUAGES.flatMap((language): StoredTranslation[] =>
      values[language] ? [{ greek: values.greek, language, words: values[language] }] : [],
    ),
  );
  return await db.write(OF_NATION, async (tx) => {
    await lockTranslations(tx);
    const stored = new Map((await storedTranslations(tx)).map((row) => [keyOf(row), row.words]));
    const added = given.filter((row) => !stored.has(keyOf(row)));
    const changed = given.filter((row) => stored.has(keyOf(row)) && stored.get(keyOf(row)) !== row.words);
    await importTranslations(tx, [...added, ...changed]);
    if (added.length + changed.length > 0) announceRuling(tx);
    return { added: added.length, changed: changed.length, unchanged: given.length - added.length - changed.length };
  });
}

const keyOf = ({ greek, language }: StoredTranslation): string => `${language} ${greek}`;
