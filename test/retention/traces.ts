import type pg from "pg";
import type { Planter } from "./planter.ts";

/** What of that stands in one of the texts. */
export const found = ({ secrets }: Planter, texts: readonly string[]): string[] =>
  [...secrets].filter((secret) => texts.some((text) => text.includes(secret)));

/** Of every table, as text. */
export async function rowsOfAll(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  );
  const texts: string[] = [];
  for (const { name } of rows) {
    const all = await owner.query<{ text: string }>(`select one::text as text from "${name}" as one`);
    texts.push(...all.rows.map(({ text }) => text));
  }
  return texts;
}
