import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isRoot, ownAccount } from "./database/embedded/account.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "visits-root-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** What a process of its own is afterwards, and what it logs. */
async function dropped(file?: string): Promise<{ ids: number[]; warned: number }> {
  const script = `const { dropRoot } = await import(${JSON.stringify(join(import.meta.dirname, "drop-root.ts"))});
    let warned = 0;
    await dropRoot(${JSON.stringify({ folder, file })}, { warn: () => warned++ });
    const ids = [process.getuid(), process.geteuid(), process.getgid(), ...process.getgroups()];
    let back = 0;
    try { process.setuid(0); back = 1; } catch {}
    console.log(JSON.stringify({ ids: [...ids, back], warned }));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
  return JSON.parse(stdout);
}

test.runIf(isRoot())("root becomes an account of its own, for good", async () => {
  await chmod(folder, 0o755);
  const { uid, gid } = await ownAccount();
  expect(uid).not.toBe(0);
  expect(await dropped()).toEqual({ ids: [uid, uid, gid, gid, 0], warned: 0 });
});

test.runIf(isRoot())("where that account could not read what is needed, root stays and says so", async () => {
  expect(await dropped()).toMatchObject({ warned: 1 });
  await chmod(folder, 0o755);
  const file = join(folder, "rights.json");
  await writeFile(file, "[]", { mode: 0o600 });
  expect((await dropped(file)).warned).toBe(1);
  await chmod(file, 0o644);
  expect((await dropped(file)).warned).toBe(0);
});

test.runIf(isRoot())("the account is nobody else's, where one can be made", async ({ skip }) => {
  const { uid } = await ownAccount();
  skip(!(await stat("/usr/sbin/useradd").catch(() => null)), "no account can be made here");
  expect(uid).not.toBe(65534);
  expect(await ownAccount()).toMatchObject({ uid });
});
