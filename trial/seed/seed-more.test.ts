import { afterAll, beforeAll, expect, test } from "vitest";
import { searchWords } from "../../src/appointments/names/search-words.ts";
import { openOwner } from "../../src/platform/database/owner.ts";
import { asOwner, freshDatabase } from "../../test/database.ts";
import { seedDemo } from "./seed-demo.ts";

const now = Temporal.Instant.from("2026-11-24T08:42:00Z");
const wish = { now, staffOf: async () => [], offices: 4, days: 10, fill: 0.6 };

const open: (() => Promise<void>)[] = [];
async function fresh() {
  const database = await freshDatabase();
  const owner = openOwner(database.ownerUrl);
  open.push(async () => {
    await owner.close();
    await database.drop();
  });
  return { db: owner.db, ask: (sql: string) => asOwner(database.ownerUrl, sql) };
}

let whole: Awaited<ReturnType<typeof fresh>>;
beforeAll(async () => {
  whole = await fresh();
  await seedDemo(whole.db, wish);
});
afterAll(async () => {
  for (const close of open) await close();
});

const EVERYTHING = `
  select office.code, count(distinct appointment.id)::int as appointments, count(*)::int as events,
    md5(string_agg(concat_ws(' ', appointment.id, starts_at, last_name, event.version, event.kind, event.at, event.changes),
      '|' order by appointment.id, event.version)) as content
  from office join appointment on appointment.office_id = office.id
    join appointment_event as event on event.office_id = office.id and appointment_id = appointment.id
  group by 1 order by 1`;

test("stopped between two offices, the seed takes up from there, and all is as if it had never stopped", async () => {
  const stopped = await fresh();
  const stop = (done: number, total: number) => {
    if (total === 4 && done === 2) throw new Error("stopped");
  };
  await expect(seedDemo(stopped.db, { ...wish, onProgress: stop })).rejects.toThrow("stopped");
  const standing = await stopped.ask("select code from office where code < '9000'");
  expect(standing.length).toBeLessThan(4);
  const seen: number[] = [];
  const rest = await seedDemo(stopped.db, { ...wish, onProgress: (done) => seen.push(done) });
  expect(rest?.offices).toBe(4 - standing.length);
  expect(seen).toEqual(Array.from({ length: 5 - standing.length }, (_, at) => standing.length + at));
  expect(await stopped.ask(EVERYTHING)).toEqual(await whole.ask(EVERYTHING));
});

test("ten working days are ten, a third of them to come", async () => {
  const days =
    await whole.ask(`select distinct (starts_at at time zone 'Europe/Athens')::date::text as date from appointment
    where extract(isodow from starts_at at time zone 'Europe/Athens') < 6 order by 1`);
  expect([days.length, days[0]?.date, days.at(-1)?.date]).toEqual([10, "2026-11-16", "2026-11-27"]);
});

test("every appointment is found by the words of its names, and the database plans by what it holds", async () => {
  const rows =
    await whole.ask(`select last_name, first_name, business_name, phone, business_afm, companions, array_agg(word) as words
    from appointment left join appointment_word on appointment_word.office_id = appointment.office_id and appointment_id = id
    group by appointment.office_id, id`);
  expect(rows.length).toBeGreaterThan(2_000);
  for (const { words, ...name } of rows) expect(words.sort()).toEqual(searchWords(name as never).sort());
  const [known] = await whole.ask(
    "select reltuples::int as rows from pg_class where oid = 'public.appointment'::regclass",
  );
  expect(known?.rows).toBe(rows.length);
});
