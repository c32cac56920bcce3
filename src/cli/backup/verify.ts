import { join } from "node:path";
import { ownMigrations } from "../../platform/database/migrate.ts";
import type { CommandCall } from "../command.ts";
import { progressBar } from "../progress-bar.ts";
import { visible } from "../terminal.ts";
import { type BackupPart, fileOf, type Manifest, readManifest } from "./manifest.ts";
import { sumOfPart } from "./part-file.ts";

/**
 * Looks at every byte of a backup before anything is written.
 * @returns null where it is refused; the reason has been told
 */
export async function verified(call: CommandCall, folder: string): Promise<Manifest | null> {
  const { terminal, text } = call;
  const refuse = (key: Fault, names: readonly string[] = []): null => {
    const values = { folder: visible(folder), names: names.map(visible).join(", ") };
    terminal.err(text(`command.answers.backup-${key}`, values));
    return null;
  };
  const read = await readManifest(folder);
  if ("fault" in read) return refuse(read.fault);
  const { manifest } = read;
  const strange = await strangeMigrations(manifest);
  if (strange.unknown.length > 0) return refuse("newer", strange.unknown);
  if (strange.changed.length > 0) return refuse("foreign");
  const broken = await brokenParts(call, folder, manifest.parts);
  return broken.length > 0 ? refuse("broken", broken) : manifest;
}

type Fault = "missing" | "damaged" | "foreign" | "newer" | "broken";

/** Of a later program; or not of this one, though of the same name. */
async function strangeMigrations({ migrations }: Manifest) {
  const own = await ownMigrations();
  return {
    unknown: migrations.filter(({ name }) => !own.has(name)).map(({ name }) => name),
    changed: migrations.filter(({ name, sha256 }) => own.has(name) && own.get(name) !== sha256),
  };
}

async function brokenParts(
  { terminal, text }: CommandCall,
  folder: string,
  parts: readonly BackupPart[],
): Promise<string[]> {
  const bar = progressBar(terminal, text("command.answers.verifying"));
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const onBytes = (count: number) => {
    done += count;
    bar.show(inMegabytes(done), inMegabytes(Math.max(total, done)));
  };
  const broken: string[] = [];
  for (const part of parts) {
    const found = await sumOfPart(join(folder, fileOf(part)), onBytes);
    if (found?.sha256 !== part.sha256 || found.bytes !== part.bytes) broken.push(fileOf(part));
  }
  bar.clear();
  return broken;
}

export const inMegabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);
