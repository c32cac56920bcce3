import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Paths from the project's root → text. */
export type Files = ReadonlyMap<string, string>;

export async function sourceFiles(folders: readonly string[], root = ROOT): Promise<Files> {
  const files = new Map<string, string>();
  for (const path of await pathsIn(folders, root)) files.set(path, await readFile(root + path, "utf8"));
  return files;
}

async function pathsIn(folders: readonly string[], root: string): Promise<string[]> {
  const paths = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(root + folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
    }),
  );
  return paths
    .flat()
    .map((path) => path.slice(root.length))
    .sort();
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
export const isSource = (path: string): boolean => /\.tsx?$/.test(path);
