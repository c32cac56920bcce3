import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aWorld, type TestOffice, type World } from "../../../test/world.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { GroupOutcomes } from "../outcomes/outcomes.ts";
import { correctMonth } from "./correct.ts";
import { openDataKey } from "./key.ts";
import { claimDueMonth, insertCorrection } from "./open-month-sql.ts";
import { publishDue } from "./publish.ts";
import { publishMonth } from "./publish-month.ts";

const NOTE = {
  greek: "Ημέρες του ΚΕΠ είχαν μετρηθεί δύο φορές.",
  english: "Days of an office had been counted twice.",
};

let world: World;
let office: TestOffice;
beforeEach(async () => {
  world = await aWorld();
  office = await world.anOffice();
  await world.owner.query("insert into measured_until (office_id, date) select id, '2027-12-31' from office");
  await counted("2026-10-05", { vehicles: { "walk-in-0": 40 } });
  await publishDue(at("2026-11-09T04:00:00+02:00"));
});
afterEach(() => world.close());

const at = (instant: string) => ({ db: world.database.db, clock: () => Temporal.Instant.from(instant) });
const NOW = "2026-11-20T12:00:00+02:00";
const correct = (month = "2026-10-01") => correctMonth(at(NOW), month, NOTE);
const sql = async (text: string, values: unknown[] = []) => (await world.owner.query(text, values)).rows;

async function counted(date: string, outcomes: GroupOutcomes) {
  await repaired(date, outcomes);
  await sql(
    `insert into open_month_due (month) values (date_trunc('month', $1::date))
     on conflict (month) do update set changes = open_month_due.changes + 1`,
    [date],
  );
}
/** By hand, so that nothing is due by itself. */
async function repaired(date: string, outcomes: GroupOutcomes) {
  await sql("delete from day_outcome where date = $1", [date]);
  await sql("insert into day_outcome values ($1, $2, $3)", [office.id, date, JSON.stringify(outcomes)]);
}
const versions = async () =>
  (await sql("select version, note_el from open_month order by version")).map(({ version, note_el }) =>
    [version, note_el].join(" "),
  );
const due = () => sql("select note_el, claimed_until from open_month_due");

test("a month is published once more with what a person says of it, which the audit keeps", async () => {
  await repaired("2026-10-05", { vehicles: { "walk-in-0": 20 } });
  expect(await correct()).toEqual({ version: 2 });
  expect([await versions(), await due()]).toEqual([["1 ", `2 ${NOTE.greek}`], []]);
  const [{ json_file }] = await sql("select json_file from open_month where version = 2");
  expect(JSON.parse(gunzipSync(json_file).toString())).toMatchObject({ version: 2, reason: "operator", note: NOTE });
  expect(await sql("select office_id, details from audit_entry where act = 'open-data-corrected'")).toEqual([
    { office_id: 0, details: { month: "2026-10", version: 2, ...NOTE } },
  ]);
});

test("what is not published, comes out the same, is being made, or is of another key is not corrected", async () => {
  expect(await correct("2026-09-01")).toEqual({ is: "not-published" });
  expect([await correct(), await due()]).toEqual([{ is: "unchanged" }, []]);
  await counted("2026-10-06", { vehicles: { "walk-in-0": 20 } });
  expect(await correct()).toEqual({ is: "pending" });
  expect(await due()).toEqual([{ note_el: null, claimed_until: null }]);
  await publishDue(at(NOW));
  expect(await versions(), "late counts have their own words").toEqual(["1 ", "2 "]);
  await sql("update open_data_key set key = sha256('another')");
  expect(await correct()).toEqual({ is: "other-key" });
  expect(await sql("select from audit_entry where act = 'open-data-corrected'")).toEqual([]);
});

test("whoever is killed while correcting has said why: the next process makes it with these words", async () => {
  await repaired("2026-10-05", { vehicles: { "walk-in-0": 20 } });
  const until = Temporal.Instant.from(NOW).add({ minutes: 10 });
  await world.database.db.write(OF_NATION, (tx) => insertCorrection(tx, "2026-10-01", NOTE, until));
  await publishDue(at("2026-11-20T12:09:00+02:00"));
  expect(await versions()).toEqual(["1 "]);
  await publishDue(at("2026-11-20T12:10:00+02:00"));
  expect([await versions(), await due()]).toEqual([["1 ", `2 ${NOTE.greek}`], []]);
  expect(await sql("select from audit_entry where act = 'open-data-corrected'")).toHaveLength(1);
});

test("what is counted while somebody corrects is published after it, in its own words", async () => {
  await repaired("2026-10-05", { vehicles: { "walk-in-0": 20 } });
  const { db } = world.database;
  const now = Temporal.Instant.from(NOW);
  const dueMonth = await db.write(OF_NATION, (tx) =>
    insertCorrection(tx, "2026-10-01", NOTE, now.add({ minutes: 10 })),
  );
  if (!dueMonth) throw new Error("Nothing is due.");
  await counted("2026-10-06", { vehicles: { "walk-in-0": 30 } });
  expect(await publishMonth(db, { due: dueMonth, key: await openDataKey(db), now })).toBe(2);
  expect(await due()).toEqual([{ note_el: null, claimed_until: null }]);
  await repaired("2026-10-06", { vehicles: { "walk-in-0": 50 } });
  await publishDue(at(NOW));
  expect(await versions()).toEqual(["1 ", `2 ${NOTE.greek}`, "3 "]);
});

test("whoever comes too late with a version leaves the month due, so that nothing counted meanwhile is lost", async () => {
  await counted("2026-10-06", { vehicles: { "walk-in-0": 20 } });
  const { db } = world.database;
  const key = await openDataKey(db);
  const now = Temporal.Instant.from(NOW);
  const endedBy = Temporal.PlainDate.from("2026-11-12");
  const claim = { endedBy, key: key.fingerprint, now, until: now.add({ minutes: 10 }) };
  const dueMonth = await db.write(OF_NATION, (tx) => claimDueMonth(tx, claim));
  if (!dueMonth) throw new Error("Nothing is due.");
  await world.owner.query("begin");
  await world.owner.query(
    `insert into open_month select month, 2, published_at, 'late-counts', method, offices, offices_recorded, csv_file, json_file,
       repeat('0', 64), json_sha256, csv_bytes, json_bytes, key_fingerprint from open_month`,
  );
  const late = publishMonth(db, { due: dueMonth, key, now });
  await expect
    .poll(
      () =>
        db.nation
          .sql`select from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into open_month %'`,
    )
    .toHaveLength(1);
  await world.owner.query("commit");
  expect([await late, (await due()).length]).toEqual([null, 1]);
  await publishDue(at("2026-11-20T12:10:00+02:00"));
  expect([await versions(), await due()]).toEqual([["1 ", "2 ", "3 "], []]);
});
