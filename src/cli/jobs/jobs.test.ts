import { hostname } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner, type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { type Platform, spawnVisits, startPlatform } from "../../../test/platform.ts";
import { visits } from "../visits.ts";

let database: FreshDatabase;
let processes: Platform[];
beforeAll(async () => {
  database = await freshDatabase();
  processes = await Promise.all([startPlatform(settings()), startPlatform(settings())]);
});
afterAll(async () => {
  for (const { kill } of processes) await kill("SIGTERM");
  await database.drop();
});

const settings = () => ({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl });

async function say(...argv: string[]): Promise<{ readonly code: number; readonly said: string }> {
  const lines: string[] = [];
  const line = (words: string) => void lines.push(words);
  const code = await visits(["jobs", ...argv], settings(), { out: line, err: line });
  return { code, said: lines.join("\n") };
}

interface Looked {
  readonly processes: readonly string[];
  readonly jobs: readonly {
    readonly job: string;
    readonly ranAt: string;
    readonly left: number | null;
    readonly did: number | null;
  }[];
}

const look = async (): Promise<Looked> => JSON.parse((await say("--json")).said);
const of = async (job: string) => (await look()).jobs.find((one) => one.job === job);

test("each process that serves is named by its machine, and one that has ended is not", async () => {
  const third = await startPlatform({ ...settings(), PORT: "0" });
  await expect.poll(async () => (await look()).processes).toEqual(Array(3).fill(`${hostname()}:0`));
  await third.kill("SIGTERM");
  await expect.poll(async () => (await look()).processes.length).toBe(2);
  expect((await say("--lang=en")).said).toMatch(new RegExp(`Processes: ${hostname()}:0, ${hostname()}:0\\.`));
});

test("a job that the operator wants is done at once by whoever serves, long before its hour", async () => {
  await expect.poll(async () => (await of("missed-words"))?.ranAt).toBeTruthy();
  const before = (await of("missed-words"))?.ranAt;
  const { code, said } = await say("run", "missed-words", "--lang=en");
  expect([code, said]).toEqual([0, expect.stringMatching(/^Words that found no service: fine \(\d+\.\d″, did –\)$/)]);
  expect((await of("missed-words"))?.ranAt).not.toBe(before);
});

test("what it did is counted, and what is left is read from its list", async () => {
  // Of two that do it at once, the one that came too late would say so last.
  await processes.pop()?.kill("SIGTERM");
  await asOwner(database.ownerUrl, AN_OLD_ANSWER);
  expect((await say("run", "stored-answers", "--lang=en")).said).toContain("did 1)");
  expect((await of("stored-answers"))?.did).toBe(1);
  // At the hour of reminders some are just being sent.
  await expect.poll(async () => (await of("letters"))?.left).toBe(0);
  expect((await of("holds"))?.left).toBeNull();
});

const AN_OLD_ANSWER = `
  insert into idempotency_key (office_id, employee_id, route, key, request_hash, status, response, created_at)
  select 0, id, 'POST /', 'of the day before yesterday', '\\x00', 200, '{}', now() - interval '2 days' from employee limit 1`;

test("a name that is no job's is told with those that are, and so is none", async () => {
  const { code, said } = await say("run", "leters", "--lang=en");
  expect([code, said]).toEqual([2, expect.stringContaining("“leters”. There are: letters, reminders, ")]);
  expect((await say("run", "--lang=en")).said).toContain("Say which job");
  expect((await say("run", "letters", "holds")).code).toBe(2);
});

test("where nobody serves a job is not waited for", async () => {
  const empty = await freshDatabase();
  const lines: string[] = [];
  const line = (words: string) => void lines.push(words);
  const own = { DATABASE_URL: empty.appUrl, DATABASE_OWNER_URL: empty.ownerUrl };
  expect(await visits(["jobs", "run", "letters", "--lang=en"], own, { out: line, err: line })).toBe(1);
  expect(lines.join()).toContain("No process serves by this database");
  await empty.drop();
});

test("who watches sees it again and again, and ends it with Ctrl-C", async () => {
  const child = spawnVisits(["jobs", "--watch", "--json"], settings());
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  const looks = () => output.split("\n").filter(Boolean);
  await expect.poll(() => looks().length).toBeGreaterThan(1);
  child.kill("SIGINT");
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect([0, 1]).toContain(code);
  for (const one of looks()) expect((JSON.parse(one) as Looked).processes.length).toBe(processes.length);
});
