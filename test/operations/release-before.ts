import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../structure/source-files.ts";

/** The sources of an earlier release, beside ours, ready to run. */
export interface Release {
  readonly name: string;
  readonly folder: string;
  remove(): Promise<void>;
}

const ran = promisify(execFile);
const git = async (...args: string[]): Promise<string> => (await ran("git", args, { cwd: ROOT })).stdout.trim();

/** RELEASE_BEFORE, or the newest tag, or the commit before the last one that brought a migration. */
export async function releaseBefore(): Promise<Release> {
  const name = process.env.RELEASE_BEFORE ?? (await newestTag()) ?? (await beforeLastMigration());
  const parent = await mkdtemp(join(tmpdir(), "visits-release-"));
  const folder = join(parent, "sources");
  await git("worktree", "add", "--detach", folder, name);
  await install(folder);
  return {
    name: await git("log", "-1", "--format=%h, %cs", name),
    folder,
    remove: async () => {
      await git("worktree", "remove", "--force", folder);
      await rm(parent, { recursive: true, force: true });
    },
  };
}

const newestTag = (): Promise<string | null> => git("describe", "--tags", "--abbrev=0").catch(() => null);

const beforeLastMigration = async (): Promise<string> =>
  `${await git("log", "-1", "--format=%H", "--diff-filter=A", "--", "db/migrations")}~1`;

/** The packages are ours where they are the same. */
async function install(folder: string): Promise<void> {
  const [theirs, ours] = await Promise.all(
    [folder, ROOT].map((root) => readFile(join(root, "package-lock.json"), "utf8")),
  );
  if (theirs === ours) await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  else await ran("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder });
}
