import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { once } from "../../platform/database/reach-owner.ts";
import { systemClock } from "../../platform/time.ts";
import type { Command, CommandCall } from "../command.ts";
import { progressBar } from "../progress-bar.ts";
import { visible } from "../terminal.ts";
import { fileOf, type Manifest, writeManifest } from "./manifest.ts";
import { withOwnerClient } from "./owner-client.ts";
import { withOwnersUrl } from "./owners-url.ts";
import { syncEntries } from "./part-file.ts";
import { takeBackup } from "./take.ts";

/** What the program holds, into a folder that is there whole or not at all. */
export const backupCommand: Command = {
  files: 1,
  run: async (call) => {
    const folder = resolve(String(call.files[0]));
    if (!(await isFree(folder))) {
      call.terminal.err(call.text("command.answers.backup-not-empty", { folder: visible(folder) }));
      return 1;
    }
    return await withOwnersUrl(call, async (ownerUrl) => {
      if (!(await hasTables(ownerUrl))) {
        call.terminal.err(call.text("command.answers.backup-nothing"));
        return 1;
      }
      report(call, folder, await whole(folder, (making) => filled(call, ownerUrl, making)));
      return 0;
    });
  },
};

const isFree = async (folder: string): Promise<boolean> =>
  (
    await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    })
  ).length === 0;

async function hasTables(ownerUrl: string): Promise<boolean> {
  const { rows } = await once(ownerUrl, "select to_regclass('public.migration') is not null as has");
  return rows[0]?.has === true;
}

interface Filled {
  readonly manifest: Manifest;
  /** Of the manifest */
  readonly sum: string;
}

async function filled(call: CommandCall, ownerUrl: string, folder: string): Promise<Filled> {
  const bar = progressBar(call.terminal, call.text("command.answers.backing-up"));
  return await withOwnerClient(ownerUrl, async (client) => {
    const taking = takeBackup(client, { folder, clock: systemClock, onRows: bar.show });
    const manifest = await taking.finally(bar.clear);
    return { manifest, sum: await writeManifest(folder, manifest) };
  });
}

/** Made beside it, and given its name when nothing is missing. */
async function whole<T>(folder: string, fill: (making: string) => Promise<T>): Promise<T> {
  const making = `${folder}.tmp-${randomUUID().slice(0, 8)}`;
  await mkdir(making, { recursive: true, mode: 0o700 });
  try {
    const result = await fill(making);
    await syncEntries(making);
    await rename(making, folder);
    await syncEntries(dirname(folder));
    return result;
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
}

function report({ terminal, text }: CommandCall, folder: string, { manifest, sum }: Filled): void {
  for (const part of manifest.parts) terminal.out(`${part.sha256}  ${fileOf(part)}  ${part.rows}`);
  terminal.out(`${sum}  manifest.json`);
  const rows = manifest.parts.reduce((total, part) => total + part.rows, 0);
  terminal.out(text("command.answers.backup-done", { folder: visible(folder), at: manifest.at, rows }));
}
