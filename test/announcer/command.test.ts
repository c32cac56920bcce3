import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { visits } from "../../src/cli/visits.ts";
import { freshDatabase } from "../database.ts";

test("a command has announced what it committed by the time it ends", async () => {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), "visits-announcer-"));
  // Hears, and looks for nothing that was left.
  const listening = new pg.Client({ connectionString: database.appUrl });
  await listening.connect();
  const heard: unknown[] = [];
  listening.on("notification", ({ payload = "" }) => heard.push(JSON.parse(payload).kind));
  await listening.query("listen visits");
  const offices = join(folder, "offices.csv");
  await writeFile(
    offices,
    "code;name;municipality\n9001;ΚΕΠ Δοκιμής;Δήμος Δοκιμής\n9002;ΚΕΠ Άλλης Δοκιμής;Δήμος Δοκιμής\n",
  );
  const said: string[] = [];
  const terminal = { out: () => {}, err: (line: string) => said.push(line), draw: () => {} };
  const environment = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
  expect([await visits(["import-offices", offices], environment, terminal), said]).toEqual([0, []]);
  await listening.query("select");
  expect(heard).toEqual(["rules", "rules"]);
  expect((await listening.query("select from announcement")).rowCount).toBe(0);
  await listening.end();
  await database.drop();
  await rm(folder, { recursive: true });
});
