import { afterAll, beforeAll, expect, test } from "vitest";
import { aWorld, type World } from "../../test/world.ts";
import { publishDue } from "../measures/open-data/publish.ts";
import { visits } from "./visits.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await world.anOffice();
  await world.owner.query("insert into measured_until (office_id, date) select id, '2027-12-31' from office");
  await counted(40);
  await world.owner.query("insert into open_month_due (month) values ('2026-09-01')");
  await publishDue({ db: world.database.db, clock: () => Temporal.Instant.from("2026-10-09T02:00:00Z") });
});
afterAll(() => world.close());

async function counted(people: number) {
  await world.owner.query("delete from day_outcome");
  await world.owner.query(
    `insert into day_outcome (office_id, date, outcomes)
     select id, '2026-09-07', json_build_object('vehicles', json_build_object('walk-in-0', $1::integer)) from office`,
    [people],
  );
}
async function run(...argv: string[]) {
  const { appUrl, ownerUrl } = world.database;
  const out: string[] = [];
  const err: string[] = [];
  const environment = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl };
  const terminal = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  return {
    code: await visits(["open-data", ...argv], environment, terminal),
    out: out.join("\n"),
    err: err.join("\n"),
  };
}
const versions = async () => (await world.owner.query("select version, note_el, note_en from open_month")).rows;

const GREEK = "Ένα ΚΕΠ είχε μετρηθεί δύο φορές.";
const ENGLISH = "An office had been counted twice.";
const WORDS = ["--reason", GREEK, "--reason-en", ENGLISH];

test.each<[string, string[], RegExp]>([
  ["nothing at all", [], /--month .*\n.*--reason .*\n.*--reason-en /],
  ["no month", WORDS, /^Γράψτε με --month τον μήνα/],
  ["a month that there is not", ["--month", "2026-13", ...WORDS], /^Γράψτε με --month τον μήνα/],
  ["a day", ["--month", "2026-09-01", ...WORDS], /^Γράψτε με --month τον μήνα/],
  ["no reason", ["--month", "2026-09"], /--reason .*\n.*--reason-en/],
  [
    "a reason that is not Greek",
    ["--month", "2026-09", "--reason", ENGLISH, "--reason-en", ENGLISH],
    /--reason τον λόγο στα ελληνικά/,
  ],
  [
    "a reason that is not English",
    ["--month", "2026-09", "--reason", GREEK, "--reason-en", GREEK],
    /--reason-en τον ίδιο λόγο στα αγγλικά/,
  ],
  ["two lines", ["--month", "2026-09", "--reason", `${GREEK}\n${GREEK}`, "--reason-en", ENGLISH], /σε μία γραμμή/],
  ["too long a reason", ["--month", "2026-09", "--reason", "α".repeat(301), "--reason-en", ENGLISH], /έως 300/],
  ["an empty reason", ["--month", "2026-09", "--reason", " ", "--reason-en", ENGLISH], /--reason χρειάζεται τιμή/],
])("%s is told, and nothing is done", async (_, argv, words) => {
  const { code, out, err } = await run("correct", ...argv, "--yes");
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(words);
  expect(await versions()).toHaveLength(1);
});

test("a correction is shown first, then made with its reason, and only where figures change", async () => {
  const asked = ["correct", "--month", "2026-09", ...WORDS];
  const shown = await run(...asked);
  expect([shown.code, shown.out.includes(GREEK), shown.out.includes("--yes")]).toEqual([0, true, true]);
  expect(await run(...asked, "--yes")).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^Οι αριθμοί του μήνα 2026-09 βγαίνουν ίδιοι/),
  });
  expect(await versions()).toHaveLength(1);
  await counted(20);
  expect(await run(...asked, "--yes", "--lang=en")).toEqual({
    code: 0,
    out: "Month 2026-09: version 2 is published, with the reason.",
    err: "",
  });
  expect((await versions())[1]).toEqual({ version: 2, note_el: GREEK, note_en: ENGLISH });
  expect(await run("correct", "--month", "2026-08", ...WORDS, "--yes")).toMatchObject({
    code: 1,
    err: expect.stringMatching(/δεν έχει δημοσιευτεί/),
  });
});

test("a lost key is said by whoever corrects and by the doctor; a new one is made knowingly, and its months stay", async () => {
  await world.owner.query("delete from open_data_key");
  const asked = ["correct", "--month", "2026-09", ...WORDS, "--yes"];
  expect(await run(...asked)).toMatchObject({ code: 1, err: expect.stringMatching(/open_data_key/) });
  expect(await run("new-key")).toMatchObject({ code: 0, out: expect.stringMatching(/δεν θα διορθώνονται πια.*--yes/) });
  expect((await world.owner.query("select from open_data_key")).rowCount).toBe(0);
  expect(await run("new-key", "--yes")).toMatchObject({
    code: 0,
    out: "Το νέο κλειδί υπάρχει. Μένουν όπως είναι: 2026-09.",
  });
  expect(await run(...asked)).toMatchObject({ code: 1, err: expect.stringMatching(/δημοσιεύτηκε με άλλο κλειδί/) });
  expect(await versions()).toHaveLength(2);
});
