import { randomUUID } from "node:crypto";
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk } from "../../../test/booking-desk.ts";
import { asOwner, type EmptyDatabase, emptyDatabase } from "../../../test/database.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { migrate, ownMigrations } from "../../platform/database/migrate.ts";
import { visits } from "../visits.ts";
import { type Manifest, readManifest, writeManifest } from "./manifest.ts";

let world: World;
let desk: BookingDesk;
let folder: string;
beforeAll(async () => {
  world = await aWorld();
  world.now = Temporal.Now.instant();
  desk = await aBookingDesk(world);
  const odd = { lastName: "Ο'Νιλ-Παπαδοπούλου", notes: "πρώτη\tγραμμή\nκαι \\N «άλλη»" };
  await book("09:00", { email: "eleni@example.gr", phone: "2109000001", ...odd });
  await book("09:30", {});
  folder = await mkdtemp(join(tmpdir(), "visits-backup-"));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});
const drops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const drop of drops.splice(0)) await drop();
});

const NEXT_WEEK = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 7 }).toString();
const book = (time: string, more: object) => desk.booked(time, { date: NEXT_WEEK, ...more });

async function run(where: { readonly appUrl: string; readonly ownerUrl: string }, ...argv: string[]) {
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const environment = { DATABASE_URL: where.appUrl, DATABASE_OWNER_URL: where.ownerUrl };
  const code = await visits([...argv, "--lang=en"], environment, { out: say, err: say });
  return { code, said: lines.join("\n") };
}

let count = 0;
async function aBackup(): Promise<string> {
  const path = join(folder, `backup-${++count}`);
  expect(await run(world.database, "backup", path)).toMatchObject({ code: 0 });
  return path;
}

async function emptyOne(): Promise<EmptyDatabase & { readonly ownerUrl: string }> {
  const empty = await emptyDatabase();
  drops.push(empty.drop);
  return { ...empty, ownerUrl: empty.url };
}

const tablesIn = async (url: string) =>
  (
    await asOwner<{ name: string }>(
      url,
      "select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
    )
  ).map(({ name }) => name);

/** Every row of every table, but for those that a restore leaves out or writes itself. */
async function contents(url: string): Promise<unknown> {
  const own = [
    "migration",
    "function_set",
    "session",
    "citizen_session",
    "mail",
    "call",
    "reminded",
    "anonymized_until",
    "announcement",
  ];
  const tables = (await tablesIn(url)).filter((name) => !own.includes(name));
  return await Promise.all(
    tables.map(async (name) => [
      name,
      await asOwner(url, `select t::text from ${name} as t order by t::text collate "C"`),
    ]),
  );
}

test("what was backed up comes back whole, into an empty database", async () => {
  await asOwner(
    world.database.ownerUrl,
    "insert into citizen_session values ('\\x01', '\\x02', 'Χ', 'Χ', '2100-01-01')",
  );
  const path = await aBackup();
  expect([(await stat(path)).mode & 0o777, (await stat(join(path, "mail.copy.gz"))).mode & 0o777]).toEqual([
    0o700, 0o600,
  ]);
  const empty = await emptyOne();
  const { code, said } = await run(empty, "restore", path);
  expect(said).toMatch(/All fine: \d+ checks\.$/);
  expect(code).toBe(0);
  expect(await contents(empty.url)).toEqual(await contents(world.database.ownerUrl));
  expect(await asOwner(empty.url, "select from session")).toEqual([]);
  expect(await asOwner(empty.url, "select from citizen_session")).toEqual([]);
  const bookings = "select key from idempotency_key";
  expect(await asOwner(empty.url, bookings)).toEqual(await asOwner(world.database.ownerUrl, bookings));
});

test("an owner who is no superuser, and bound by row security, restores and backs up all the same", async () => {
  const empty = await emptyOne();
  const plain = `plain_${randomUUID().replaceAll("-", "")}`;
  await asOwner(
    empty.url,
    `create role ${plain} login; alter database ${new URL(empty.url).pathname.slice(1)} owner to ${plain};
    grant visits_definer to ${plain}`,
  );
  drops.push(() => asOwner(world.database.ownerUrl, `drop role ${plain}`));
  const its = { appUrl: empty.appUrl, ownerUrl: Object.assign(new URL(empty.url), { username: plain }).href };
  expect(await run(its, "restore", await aBackup())).toMatchObject({ code: 0 });
  const again = join(folder, "again");
  expect(await run(its, "backup", again)).toMatchObject({ code: 0 });
  const last = await emptyOne();
  await run(last, "restore", again);
  expect(await contents(last.url)).toEqual(await contents(world.database.ownerUrl));
});

test("references that were given after the backup are not given once more", async () => {
  const path = await aBackup();
  const later = await book("11:00", {});
  const empty = await emptyOne();
  await run(empty, "restore", path);
  const next = "select new_reference() as reference from generate_series(1, 50)";
  expect(await asOwner(empty.url, next)).not.toContainEqual({ reference: later.reference });
});

test("a letter that waited does not leave by itself: its office sees it, and whom to call", async () => {
  const empty = await emptyOne();
  await run(empty, "restore", await aBackup());
  expect(await asOwner(empty.url, "select state, reason, letter, told from mail")).toEqual([
    { state: "expired", reason: "restored", letter: "confirmation", told: null },
  ]);
  expect(await asOwner(empty.url, "select why, date::text from call")).toEqual([
    { why: "undelivered", date: NEXT_WEEK },
  ]);
});

test("a backup from before a migration is brought up to date", async () => {
  const old = await emptyOne();
  const names = [...(await ownMigrations()).keys()].filter((name) => name < "0036");
  await migrate(old.url, { only: new Set(names) });
  await asOwner(old.url, "insert into office (code, name, municipality) values ('0578', 'ΚΕΠ Δοκιμής', 'Δήμος')");
  const path = join(folder, "old");
  expect((await run(old, "backup", path)).code).toBe(0);
  expect(await tablesIn(old.url)).not.toContain("letter_frame");
  const empty = await emptyOne();
  await run(empty, "restore", path);
  expect(await asOwner(empty.url, "select code, sender_name from office, letter_frame")).toEqual([
    { code: "0578", sender_name: "Ραντεβού στα ΚΕΠ" },
  ]);
});

test("a folder that is not empty, or a database without tables, is no place for a backup", async () => {
  await mkdir(join(folder, "full"));
  await writeFile(join(folder, "full", "note"), "");
  expect(await run(world.database, "backup", join(folder, "full"))).toMatchObject({
    code: 1,
    said: expect.stringMatching(/not empty/),
  });
  const before = await readdir(folder);
  expect(await run(await emptyOne(), "backup", join(folder, "none"))).toMatchObject({
    code: 1,
    said: expect.stringMatching(/no tables/),
  });
  expect(await readdir(folder)).toEqual(before);
});

const rewritten = (change: (manifest: Manifest) => object) => async (path: string) => {
  const read = await readManifest(path);
  if (!("manifest" in read)) throw new Error(read.fault);
  for (const name of ["manifest.json", "manifest.json.sha256"]) await rm(join(path, name));
  await writeManifest(path, { ...read.manifest, ...change(read.manifest) } as Manifest);
};

test.each<[string, (path: string) => Promise<unknown>, RegExp]>([
  ["a part that was cut short", (path) => truncate(join(path, "mail.copy.gz"), 10), /damaged: mail\.copy\.gz\./],
  ["a part with a byte more", (path) => appendFile(join(path, "office.copy.gz"), "x"), /damaged: office\.copy\.gz\./],
  ["a part that is missing", (path) => rm(join(path, "queue.copy.gz")), /damaged: queue\.copy\.gz\./],
  [
    "a manifest that was changed",
    (path) => appendFile(join(path, "manifest.json"), " "),
    /manifest\.json .* was changed/,
  ],
  ["no manifest", (path) => rm(join(path, "manifest.json")), /is no backup/],
  ["another program's format", rewritten(() => ({ format: "other" })), /not written by any release/],
  ["a later format", rewritten(() => ({ version: 2 })), /not written by any release/],
  [
    "a later release's",
    rewritten(({ migrations }) => ({
      migrations: [...migrations, { name: "9999_later.sql", sha256: "0".repeat(64) }],
    })),
    /newer release \(with 9999_later\.sql\)/,
  ],
  [
    "a schema that is not ours",
    rewritten(({ migrations }) => ({ migrations: migrations.map((each) => ({ ...each, sha256: "0".repeat(64) })) })),
    /not written by any release/,
  ],
])("is refused before anything is written: %s", async (_what, damage, reason) => {
  const path = await aBackup();
  await damage(path);
  const empty = await emptyOne();
  const { code, said } = await run(empty, "restore", path);
  expect([code, said]).toEqual([1, expect.stringMatching(reason)]);
  expect(await tablesIn(empty.url)).toEqual([]);
});

test("a database that holds data, has newer tables or is looked at by others is left alone", async () => {
  const path = await aBackup();
  expect(await run(world.database, "restore", path)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/Others are connected/),
  });
  const full = await emptyOne();
  await migrate(full.url);
  await asOwner(full.url, "insert into office (code, name, municipality) values ('0578', 'ΚΕΠ Δοκιμής', 'Δήμος')");
  expect(await run(full, "restore", path)).toMatchObject({ code: 1, said: expect.stringMatching(/holds data/) });
  const newer = await emptyOne();
  await migrate(newer.url);
  await asOwner(newer.url, "insert into migration (name, sha256) values ('9999_later.sql', 'x')");
  expect(await run(newer, "restore", path)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/newer than the backup/),
  });
});

test("rows that break a rule leave nothing behind, and the same place takes a good backup", async () => {
  const path = await aBackup();
  const file = join(path, "appointment.copy.gz");
  const text = gunzipSync(await readFile(file)).toString();
  await writeFile(file, gzipSync(text.replaceAll("\tbooked\t", "\tlost\t")));
  const { bytes, sha256 } = (await import("./part-file.ts").then(({ sumOfPart }) => sumOfPart(file, () => {}))) ?? {};
  await rewritten(({ parts }) => ({
    parts: parts.map((part) => (part.table === "appointment" ? { ...part, bytes, sha256 } : part)),
  }))(path);
  const empty = await emptyOne();
  const { code, said } = await run(empty, "restore", path);
  expect([code, said]).toEqual([
    1,
    expect.stringMatching(/appointment could not be filled[\s\S]*appointment_status_check/),
  ]);
  expect(await asOwner(empty.url, "select from office")).toEqual([]);
  expect(await run(empty, "restore", await aBackup())).toMatchObject({ code: 0 });
});

test("nobody works with a database whose restore did not come to its end", async () => {
  const half = await emptyOne();
  await migrate(half.url);
  await asOwner(half.url, "revoke usage on schema public from public, visits_app");
  expect(await run(half, "doctor")).toMatchObject({
    code: 1,
    said: expect.stringMatching(/restore into this database did not come to its end/),
  });
});
