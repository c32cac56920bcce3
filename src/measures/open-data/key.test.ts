import { afterEach, beforeEach, expect, test } from "vitest";
import { aWorld, type TestOffice, type World } from "../../../test/world.ts";
import { openOwner } from "../../platform/database/owner.ts";
import type { GroupOutcomes } from "../outcomes/outcomes.ts";
import { OpenDataKeyLost, openDataKey } from "./key.ts";
import { makeNewKey } from "./new-key.ts";
import { publishDue } from "./publish.ts";

let world: World;
let office: TestOffice;
beforeEach(async () => {
  world = await aWorld();
  office = await world.anOffice();
  await world.owner.query("insert into measured_until (office_id, date) select id, '2027-12-31' from office");
});
afterEach(() => world.close());

const sql = async (text: string, values: unknown[] = []) => (await world.owner.query(text, values)).rows;
const publish = (date: string) =>
  publishDue({ db: world.database.db, clock: () => Temporal.Instant.from(`${date}T04:00:00+02:00`) });

async function counted(date: string, outcomes: GroupOutcomes) {
  await sql("insert into day_outcome values ($1, $2, $3)", [office.id, date, JSON.stringify(outcomes)]);
  await sql(
    `insert into open_month_due (month) values (date_trunc('month', $1::date))
     on conflict (month) do update set changes = open_month_due.changes + 1`,
    [date],
  );
}
const versions = async () =>
  (
    await sql(
      "select to_char(month, 'YYYY-MM') as month, version, key_fingerprint as key from open_month order by 1, 2",
    )
  ).map(({ month, version, key }) => `${month} ${version} ${key}`);

test("the key is there before anything is published, of all processes the same", async () => {
  await Promise.all(["2026-10-02", "2026-10-02", "2026-10-02"].map(publish));
  const [{ key }] = await sql("select key from open_data_key");
  const { bytes, fingerprint } = await openDataKey(world.database.db);
  expect(Buffer.compare(key, Buffer.from(bytes))).toBe(0);
  await counted("2026-10-05", { vehicles: { "walk-in-0": 3 } });
  await publish("2026-11-09");
  expect(await versions()).toEqual([`2026-10 1 ${fingerprint}`]);
});

test("where it is lost nothing is published, no other takes its place, and it is said", async () => {
  await counted("2026-09-07", { vehicles: { "walk-in-0": 3 } });
  await publish("2026-10-09");
  const before = await versions();
  const [{ key }] = await sql("delete from open_data_key returning key");
  await counted("2026-10-05", { vehicles: { "walk-in-0": 3 } });
  await expect(publish("2026-11-09")).rejects.toThrow(OpenDataKeyLost);
  await expect(publish("2026-11-09")).rejects.toMatchObject({ code: "OPEN_DATA_KEY_LOST" });
  expect([await versions(), await sql("select from open_data_key")]).toEqual([before, []]);
  await sql("insert into open_data_key (key) values ($1)", [key]);
  await publish("2026-11-09");
  expect(await versions()).toHaveLength(2);
});

test("of one month nothing is published by two keys: not by the program, nor by hand", async () => {
  await counted("2026-09-07", { vehicles: { "walk-in-0": 3 } });
  await publish("2026-10-09");
  const before = await versions();
  await sql("update open_data_key set key = sha256('another')");
  await counted("2026-09-08", { vehicles: { "walk-in-0": 30 } });
  await counted("2026-10-05", { vehicles: { "walk-in-0": 3 } });
  await publish("2026-11-09");
  const { fingerprint } = await openDataKey(world.database.db);
  expect(await versions()).toEqual([...before, `2026-10 1 ${fingerprint}`]);
  expect(await sql("select month::text from open_month_due")).toEqual([{ month: "2026-09-01" }]);
  await expect(
    sql(`insert into open_month select month, 2, published_at, 'late-counts', method, offices, offices_recorded, csv_file, json_file,
           csv_sha256, json_sha256, csv_bytes, json_bytes, encode(sha256(key), 'hex')
         from open_month cross join open_data_key where month = '2026-09-01'`),
  ).rejects.toMatchObject({ constraint: "open_month_one_key" });
});

test("a new key is an act that the audit keeps: months of the old one stay as they are, others go on", async () => {
  await counted("2026-09-07", { vehicles: { "walk-in-0": 3 } });
  await publish("2026-10-09");
  const before = await versions();
  await sql("delete from open_data_key");
  await counted("2026-09-08", { vehicles: { "walk-in-0": 30 } });
  await counted("2026-10-05", { vehicles: { "walk-in-0": 3 } });
  const owner = openOwner(world.database.ownerUrl);
  expect(await makeNewKey(owner.db, Temporal.Instant.from("2026-11-08T12:00:00Z"))).toEqual(["2026-09"]);
  await owner.close();
  await publish("2026-11-09");
  const { fingerprint } = await openDataKey(world.database.db);
  expect(await versions()).toEqual([...before, `2026-10 1 ${fingerprint}`]);
  expect(await sql("select from open_month_due")).toEqual([]);
  expect(
    await sql("select office_id, employee_id, details from audit_entry where act = 'open-data-key-replaced'"),
  ).toEqual([{ office_id: 0, employee_id: null, details: { months: ["2026-09"] } }]);
});

test("what a process of the release before has published has its key within the hour", async () => {
  await counted("2026-09-07", { vehicles: { "walk-in-0": 3 } });
  await publish("2026-10-09");
  const before = await versions();
  await sql("update open_month set key_fingerprint = null");
  await publish("2026-10-09");
  expect(await versions()).toEqual(before);
});
