import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ran } from "../trust/ran.ts";

/** A test or a journey measures, and `npm run trust` says what: the figures pass through a file. */
const FILE = "FIGURES_FILE";

/** Also of what goes wrong: said before anything is expected. */
export async function tellFigures(figures: object): Promise<void> {
  if (process.env[FILE]) await writeFile(process.env[FILE], JSON.stringify(figures));
}

interface Measured<Figures> {
  /** The test that measured is green */
  readonly isRight: boolean;
  /** Null: it came to none */
  readonly figures: Figures | null;
}

/** @param counts of its environment */
export async function measured<Figures>(
  test: string,
  counts: Readonly<Record<string, string>> = {},
): Promise<Measured<Figures>> {
  const file = join(tmpdir(), `visits-figures-${process.pid}-${Date.now()}.json`);
  const env = { ...counts, [FILE]: file };
  const code = test.endsWith(".journey.ts")
    ? await ran("playwright", ["test", test], env)
    : await ran("vitest", ["run", "--project=!embedded", test], env);
  const figures = await readFile(file, "utf8").then(JSON.parse, () => null);
  return { isRight: code === 0 && figures !== null, figures };
}
