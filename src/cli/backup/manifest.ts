import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "./part-file.ts";

/** What a backup says of itself; beside it stands its own sum, as `sha256sum -c` reads it. */

const NAME = "manifest.json";
const SUM = "manifest.json.sha256";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const identifier = z.string().regex(/^[a-z_][a-z0-9_]*$/);

const part = z.object({
  table: identifier,
  columns: z.array(identifier).min(1),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  sha256,
});

const manifest = z.object({
  format: z.literal("visits-backup"),
  version: z.literal(1),
  /** Whatever was answered before it is in the backup */
  at: z.string(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256 })).min(1),
  /** Of db/functions as they stood; null: none were applied */
  functions: sha256.nullable(),
  sequences: z.array(z.object({ name: identifier, value: z.int() })),
  parts: z.array(part).min(1),
});

export type Manifest = z.infer<typeof manifest>;
export type BackupPart = z.infer<typeof part>;

export const fileOf = ({ table }: Pick<BackupPart, "table">): string => `${table}.copy.gz`;

export async function writeManifest(folder: string, wanted: Manifest): Promise<string> {
  const text = `${JSON.stringify(wanted, null, 2)}\n`;
  const sum = sumOf(text);
  await writeWhole(join(folder, NAME), text);
  await writeWhole(join(folder, SUM), `${sum}  ${NAME}\n`);
  return sum;
}

export type ReadManifest = { readonly manifest: Manifest } | { readonly fault: "missing" | "damaged" | "foreign" };

export async function readManifest(folder: string): Promise<ReadManifest> {
  const [text, sum] = await Promise.all(
    [NAME, SUM].map((name) => readFile(join(folder, name), "utf8").catch(() => null)),
  );
  if (typeof text !== "string" || typeof sum !== "string") return { fault: "missing" };
  if (sum !== `${sumOf(text)}  ${NAME}\n`) return { fault: "damaged" };
  const read = manifest.safeParse(parsed(text));
  return read.success ? { manifest: read.data } : { fault: "foreign" };
}

const sumOf = (text: string): string => createHash("sha256").update(text).digest("hex");

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
