import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const MIGRATIONS = fileURLToPath(new URL("../../../db/migrations/", import.meta.url));

export interface SqlFile {
  readonly name: string;
  readonly sql: string;
}

/** Those of a folder, in the order of their names. */
export async function sqlFiles(folder: string): Promise<SqlFile[]> {
  const names = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(join(folder, name), "utf8") })));
}

export const sha256Of = (text: string): string => createHash("sha256").update(text).digest("hex");
