import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RELEASES } from "../../src/platform/database/releases.ts";
import { MIGRATIONS, sqlFiles } from "../../src/platform/database/sql-files.ts";
import { ROOT } from "./source-files.ts";

const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as { readonly version: string };

function tags(): string[] {
  try {
    return execFileSync("git", ["tag", "--merged", "HEAD~1"], { cwd: ROOT, encoding: "utf8", stdio: "pipe" }).split(
      "\n",
    );
  } catch {
    return [];
  }
}

test("each release that there has been is listed with its last migration, and the one that is being made is not", async () => {
  const names = (await sqlFiles(MIGRATIONS)).map(({ name }) => name);
  expect(RELEASES.filter(({ lastMigration }) => !names.includes(lastMigration))).toEqual([]);
  const ends = RELEASES.map(({ lastMigration }) => lastMigration);
  expect(ends).toEqual(ends.toSorted());
  const listed = RELEASES.map((release) => release.version);
  expect(listed).not.toContain(version);
  const released = tags().flatMap((tag) => /^v?(\d+\.\d+\.\d+)$/.exec(tag)?.[1] ?? []);
  expect(released.filter((one) => !listed.includes(one))).toEqual([]);
});
