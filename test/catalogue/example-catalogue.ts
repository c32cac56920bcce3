import { readFile } from "node:fs/promises";
import { allPhrases, officialPhrases } from "../../src/catalogue/people-words.ts";
import type { Searchable } from "../../src/catalogue/search/word-index.ts";
import { seededReferrals, seededWords } from "../../src/catalogue/seed-words.ts";
import { readTable } from "../../src/offices/read-table.ts";
import { isFaulty } from "../../src/offices/table-file.ts";
import { itemsOfText } from "../../src/offices/to-bring/items-to-bring.ts";

const EXAMPLE = new URL("../../db/examples/services.csv", import.meta.url);

/** The 31 services of the example with the words that come with the program, and what is done elsewhere. */
export async function exampleCatalogue(): Promise<Searchable[]> {
  const table = readTable(await readFile(EXAMPLE));
  if (isFaulty(table)) throw new Error("the example is faulty");
  const words = new Map((await seededWords()).map((seeded) => [seeded.service, seeded.words]));
  const services = table.rows.map(({ cells }) => {
    const text = (column: string): string => String(cells[column] ?? "");
    const code = text("code");
    const own = allPhrases(words.get(code) ?? {});
    const besides = itemsOfText(text("bring"))
      .filter(({ cases }) => cases.includes("self"))
      .flatMap(({ greek, english }) => [greek, english ?? []].flat());
    return {
      code,
      phrases: [...officialPhrases([text("name"), text("short_name"), text("name_en")]), ...own],
      besides,
    };
  });
  const elsewhere = (await seededReferrals()).map(({ code, words: own }) => ({
    code: `elsewhere/${code}`,
    phrases: allPhrases(own),
    besides: [],
  }));
  return [...services, ...elsewhere];
}
