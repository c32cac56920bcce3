import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { aDataFolder, anEmptyFolder } from "../../../test/data-folder.ts";
import { atDatabase } from "../../../test/races/arena.ts";
import { visits } from "../visits.ts";

async function run(DATA_DIR: string, ...argv: string[]) {
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  return { code: await visits([...argv, "--lang=en"], { DATA_DIR }, { out: say, err: say }), said: lines.join("\n") };
}

const visitsIn = (folder: string) =>
  atDatabase(folder, async (sql) => (await sql.query("select * from appointment order by id")).rows);

test("the embedded server's data come back in an empty folder, by the server that is started there", async () => {
  const [source, target] = [await aDataFolder(), await anEmptyFolder()];
  const backup = join(await mkdtemp(join(tmpdir(), "visits-backup-")), "backup");
  expect((await run(source.env.DATA_DIR, "backup", backup)).code).toBe(0);
  const { code, said } = await run(target.env.DATA_DIR, "restore", backup);
  expect([code, said]).toEqual([0, expect.stringMatching(/All fine: \d+ checks\.$/)]);
  expect(await visitsIn(target.env.DATA_DIR)).toEqual(await visitsIn(source.env.DATA_DIR));
  expect((await run(target.env.DATA_DIR, "restore", backup)).said).toMatch(/holds data/);
  await Promise.all([source.remove(), target.remove(), rm(dirname(backup), { recursive: true })]);
});
