import { readFile } from "node:fs/promises";
import { ROOT } from "../structure/source-files.ts";

/** One row of docs/letters.md: an act, what the history calls it, and what each citizen receives. */
export interface Row {
  readonly name: string;
  readonly history: string;
  readonly email: string;
  readonly phone: string;
  readonly neither: string;
}

/** No event, or no such citizen */
export const NONE = "—";

export async function rowsOfDocument(): Promise<Row[]> {
  const lines = (await readFile(`${ROOT}docs/letters.md`, "utf8")).split("\n").filter((line) => /^\| [a-z]/.test(line));
  return lines.map((line) => {
    const [who, act, history = "", email = "", phone = "", neither = ""] = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    return { name: `${who} ${act}`, history, email, phone, neither };
  });
}
