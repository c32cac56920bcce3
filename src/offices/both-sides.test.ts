import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asOwner, emptyDatabase } from "../../test/database.ts";
import { doctorsFindings } from "../../test/doctor.ts";
import { aHead } from "../../test/office-head.ts";
import { aWorld, type Clerk, type TestOffice, type World } from "../../test/world.ts";
import { migrate, ownMigrations } from "../platform/database/migrate.ts";
import { OF_NATION, type Tx } from "../platform/database/sql.ts";
import { writeUsualService } from "./sql.ts";

/** During an upgrade the release before reads and writes the settings in `office`, and this one in `office_settings`. */

let world: World;
let office: TestOffice;
let head: Clerk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  office = await world.anOffice();
  head = await aHead(world, office);
});

const write = <T>(work: (tx: Tx) => Promise<T>) => world.db.write({ office: office.id }, work);
const settingsHere = (tx: Tx) => tx.sql`select seats, mail_note, recall_minutes from office_settings`;
const settingsBefore = (tx: Tx) => tx.sql`select seats, mail_note, recall_minutes from office where id = ${office.id}`;
const bothSides = () => write(async (tx) => [await settingsHere(tx), await settingsBefore(tx)]);
const disagreements = async () =>
  (await doctorsFindings(world.database.ownerUrl, world.now)).filter((finding) => /^settings-apart/.test(finding));

test("a new office has its settings on both sides, whatever it is written with", async () => {
  const { rows } = await world.owner.query(
    "insert into office (code, name, municipality, seats, mail_note) values ('4711', 'ΚΕΠ', 'Δήμος', 8, 'Κουδούνι') returning id",
  );
  const own = await world.owner.query(
    "select seats, mail_note, lead_minutes from office_settings where office_id = $1",
    [rows[0].id],
  );
  expect(own.rows).toEqual([{ seats: 8, mail_note: "Κουδούνι", lead_minutes: 30 }]);
  expect(await disagreements()).toEqual([]);
});

test("what is written on one side is read on the other, in the same transaction and after it", async () => {
  const first = { seats: 12, mail_note: "Ράμπα δεξιά", recall_minutes: 3 };
  const second = { seats: null, mail_note: "Ράμπα δεξιά", recall_minutes: 9 };
  const seen = await write(async (tx) => {
    await tx.sql`update office_settings set seats = 12, mail_note = 'Ράμπα δεξιά'`;
    const before = await settingsBefore(tx);
    await tx.sql`update office set seats = null, recall_minutes = 9 where id = ${office.id}`;
    return [before, await settingsHere(tx)];
  });
  expect(seen).toEqual([[first], [second]]);
  expect(await bothSides()).toEqual([[second], [second]]);
  expect(await disagreements()).toEqual([]);
});

test("what is taken back on one side is taken back on the other", async () => {
  const before = await bothSides();
  const given = write(async (tx) => {
    await tx.sql`update office_settings set seats = 12`;
    await tx.sql`update office set recall_minutes = 9 where id = ${office.id}`;
    throw new Error("not meant");
  });
  await expect(given).rejects.toThrow("not meant");
  expect(await bothSides()).toEqual(before);
});

test("heads of both releases see what the other has saved, and save nothing over it", async () => {
  const settings = `${office.code}/settings`;
  expect((await head.ask("PATCH", settings, { body: { seats: 20, phone: "2109098391" }, version: 1 })).status).toBe(
    200,
  );
  expect(await write(settingsBefore)).toEqual([{ seats: 20, mail_note: null, recall_minutes: 3 }]);
  // As a head saves by the release before, who has read what was saved just now.
  await write(
    (tx) => tx.sql`update office set (seats, recall_minutes) = (20, 7), settings_version = settings_version + 1
      where id = ${office.id} and settings_version = 2`,
  );
  const late = await head.ask("PATCH", settings, { body: { seats: 30 }, version: 2 });
  expect([late.status, late.body.current]).toEqual([412, expect.objectContaining({ seats: 20, recallMinutes: 7 })]);
  expect((await head.ask("PATCH", settings, { body: { seats: 30 }, version: 3 })).body).toMatchObject({
    seats: 30,
    recallMinutes: 7,
    phone: "+302109098391",
  });
  expect(await bothSides()).toEqual(Array(2).fill([{ seats: 30, mail_note: null, recall_minutes: 7 }]));
});

test("written on both sides at once, over and over, nothing is lost, and nobody waits for somebody who waits for them", async () => {
  const rounds = 14;
  const services = ["signature", "vehicle"];
  await write((tx) => tx.sql`update office_settings set line_slack_minutes = 0, seats = 1`);
  const deadlocks = async () =>
    (await world.owner.query("select deadlocks from pg_stat_database where datname = current_database()")).rows;
  const before = await deadlocks();
  const byBefore = async () => {
    for (let round = 0; round < rounds; round++)
      await write(async (tx) => {
        await tx.sql`update office set line_slack_minutes = line_slack_minutes + 1, settings_version = settings_version + 1
          where id = ${office.id}`;
      });
  };
  const byThis = async () => {
    for (let round = 0; round < rounds; round++)
      await write(async (tx) => {
        await tx.sql`update office_settings set seats = seats + 1`;
        await writeUsualService(tx, office.id, services[round % 2] as string);
      });
  };
  await Promise.all([byBefore(), byThis(), byBefore(), byThis()]);
  const { rows } = await world.owner.query(
    `select line_slack_minutes, settings.seats from office_settings as settings where office_id = $1
     union all select line_slack_minutes, seats from office where id = $1`,
    [office.id],
  );
  expect(rows).toEqual(Array(2).fill({ line_slack_minutes: 2 * rounds, seats: 1 + 2 * rounds }));
  expect(await disagreements()).toEqual([]);
  expect(await deadlocks()).toEqual(before);
});

test("an office reads and writes its own settings alone", async () => {
  const other = await world.anOffice();
  const written = await write(
    (tx) => tx.sql`update office_settings set seats = 5 where office_id = ${other.id} returning seats`,
  );
  expect(written).toEqual([]);
  expect(await write((tx) => tx.sql`select office_id from office_settings`)).toEqual([{ office_id: office.id }]);
  expect(await world.db.read(OF_NATION, (tx) => tx.sql`select office_id from office_settings`)).toEqual([]);
});

test("offices that there were keep what they had", async () => {
  const old = await emptyDatabase();
  try {
    const names = [...(await ownMigrations()).keys()].filter((name) => name < "0166");
    await migrate(old.url, { only: new Set(names) });
    await asOwner(
      old.url,
      `insert into office (code, name, municipality, seats, mail_note, online_by_phone, online_release_time)
       select '0' || n, 'ΚΕΠ Δοκιμής', 'Δήμος', n / 2, 'Σημείωση ' || n, n % 2 = 0, '08:00' from generate_series(100, 999) as n`,
    );
    await migrate(old.url);
    const apart = await asOwner(
      old.url,
      `select count(*) filter (where to_jsonb(office) @> (to_jsonb(settings) - 'office_id')) as same, min(settings.seats) as least
       from office left join office_settings as settings on office_id = id`,
    );
    expect(apart).toEqual([{ same: "900", least: 50 }]);
  } finally {
    await old.drop();
  }
});
