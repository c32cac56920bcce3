import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../test/database.ts";
import { runVisits, spawnVisits } from "../../test/platform.ts";

let database: FreshDatabase;
const folder = mkdtempSync(join(tmpdir(), "visits-unread-"));
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

const settings = () => ({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl });

/** As behind `| head -0`: whoever would read the answers goes before there are any. */
async function unread(...argv: string[]): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawnVisits(argv, settings());
  child.stdout.destroy();
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  const [code] = await once(child, "close");
  return { code, said };
}

test.each(["--help", "jobs --help", "jobs --json", "check-config --offline --json", "doctor"])(
  "%s, of which nobody reads the answers, ends without a word",
  async (words) => {
    expect(await unread(...words.split(" "))).toEqual({ code: 0, said: "" });
  },
);

test("who watches and goes away is followed by the command", async () => {
  expect(await unread("jobs", "--watch", "--json")).toEqual({ code: 0, said: "" });
});

test("what a command does is done to its end though nobody reads of it, and a failure is told", async () => {
  const target = join(folder, "backup");
  expect(await unread("backup", target)).toEqual({ code: 0, said: "" });
  expect(existsSync(join(target, "manifest.json.sha256"))).toBe(true);
  expect(await unread("backup", target)).toEqual({ code: 1, said: expect.stringContaining(target) });
});

test.each([
  ["begun by npm", { npm_lifecycle_event: "visits" }, "npm run visits -- jobs run"],
  ["installed", {}, "visits jobs run"],
])("where the program is %s, hints name its commands so that they can be typed", async (_, env, command) => {
  const { code, output } = await runVisits(["jobs", "run", "--help"], env);
  expect([code, output]).toEqual([0, expect.stringContaining(`: ${command} `)]);
});

test("with the errors going to the same reader, its going ends nothing either", async () => {
  const child = spawnVisits(["check-config", "--offline"], settings());
  child.stdout.destroy();
  child.stderr.destroy();
  const [code, signal] = await once(child, "exit");
  expect([code, signal]).toEqual([0, null]);
});
