import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk } from "../../test/booking-desk.ts";
import { aHead } from "../../test/office-head.ts";
import { aWorld, type Clerk, type World } from "../../test/world.ts";
import { SERVICE_SETTINGS, SETTING_NAMES, SETTINGS, settingOf } from "./office-settings.ts";
import { nested, settingValuesOf } from "./rules.ts";
import type { Setting, SettingValue } from "./setting/setting.ts";

let world: World;
let desk: BookingDesk;
let head: Clerk;
beforeAll(async () => {
  world = await aWorld();
  desk = await aBookingDesk(world, { queues: 1, slotMinutes: 10 });
  head = await aHead(world, desk.office);
  await world.owner.query("insert into office_service (office_id, service, minutes) values ($1, 'signature', 20)", [
    desk.office.id,
  ]);
});
afterAll(() => world.close());

const OWN = SETTING_NAMES.map((name): [string, Setting] => [name, SETTINGS[name]]);
const tableOf = ({ isPublished }: Setting) => (isPublished ? "office" : "office_settings");
const OF_SERVICES = Object.entries<Setting>(SERVICE_SETTINGS);
const STORED: readonly [string, string, Setting][] = [
  ...OWN.map(([name, setting]): [string, string, Setting] => [tableOf(setting), name, setting]),
  ...OF_SERVICES.map(([name, setting]): [string, string, Setting] => ["office_service", name, setting]),
];
const BOUNDED = [...STORED, ["service", "minutes", SERVICE_SETTINGS.minutes] as const].flatMap(
  ([table, name, { column, bounds }]) => (bounds ? [{ table, name, column, ...bounds }] : []),
);

describe("PostgreSQL says the same", () => {
  const TYPES = {
    text: "text",
    lines: "text",
    time: "text",
    "maybe-time": "text",
    phone: "text",
    minutes: "integer",
    days: "integer",
    count: "integer",
    "maybe-count": "integer",
    percent: "integer",
    choice: "boolean",
    switch: "boolean",
    languages: "text",
    week: "text",
    exceptions: "text",
  } as const;

  test.each(STORED)("%s: %s has its column, its kind and what stands there of itself", async (table, _, setting) => {
    const { rows } = await world.owner.query(
      `select data_type as type, case when column_default like '%::text' then to_json(split_part(column_default, '''', 2))
         else coalesce(column_default, 'null')::json end as fallback from information_schema.columns
       where table_schema = 'public' and table_name = $1 and column_name = $2`,
      [table, setting.column],
    );
    expect(rows).toEqual([{ type: TYPES[setting.kind], fallback: setting.fallback }]);
  });

  test.each(OWN)("what always has a value may not be empty: %s", async (_, setting) => {
    expect(await takes(tableOf(setting), setting.column, null)).toBe(setting.fallback === null);
  });

  test.each(BOUNDED)("$table: $name from $min to $max, and no further", async ({ table, column, min, max }) => {
    const answers = [];
    for (const value of [min - 1, min, max, max + 1]) answers.push(await takes(table, column, value));
    expect(answers).toEqual([false, true, true, false]);
  });

  test("a reminder from 07:00 to 21:59, and no further", async () => {
    const times = ["06:59", "07:00", "21:59", "22:00"];
    const answers = [];
    for (const time of times) answers.push(await takes("office_settings", "reminder_time", time));
    expect(answers).toEqual([false, true, true, false]);
    expect(times.map((time) => "value" in SETTINGS.reminderTime.rule(time))).toEqual(answers);
  });

  test("online times open at any minute of the day, or as the clock goes on", async () => {
    const times = ["00:00", "23:59", null, "24:00", "8:00"];
    const answers = [];
    for (const time of times) answers.push(await takes("office_settings", "online_release_time", time));
    expect(answers).toEqual([true, true, true, false, false]);
    expect(["8", "24:00"].map((time) => SETTINGS["online.releaseTime"].rule(time))).toEqual([
      { value: "08:00" },
      expect.objectContaining({ fault: "time-outside" }),
    ]);
  });

  test("no hours that overlap, end before they begin or are of no day, and no day twice", async () => {
    const weeks = [
      "Mo 08:00-15:00; Tu 08:00-15:00 17:00-24:00",
      "Mo 08:00-15:00 14:59-19:00",
      "Mo 08:00-15:00 15:00-19:00",
      "Mo 15:00-08:00",
      "Tu 08:00-15:00; Mo 08:00-15:00",
      "Mo 08:00-15:00; Mo 17:00-19:00",
      "Mo 08:00-24:30",
      "Mo 08:60-09:00",
      "Mo",
      "",
      "Mo 08:00-15:00\n",
      "Xx 08:00-15:00",
    ];
    for (const column of ["counter_hours", "telephone_hours"]) {
      const answers = [];
      for (const week of weeks) answers.push(await takes("office", column, week));
      expect([column, answers]).toEqual([column, weeks.map((_, index) => index === 0)]);
    }
    const days = [
      "2026-12-06|09:00-13:00||Μόνο | θέρμανση\n2026-12-24/2026-12-26||closed|",
      "2026-12-24/2026-12-26|closed||\n2026-12-26|closed||",
      "2026-12-26|closed||\n2026-12-24|closed||",
      "2026-12-26/2026-12-24|closed||",
      "2026-12-26|||Αργία",
      "2026-12-26|09:00-13:00 12:00-14:00||",
      "2026-12-26|13:00-09:00||",
      "2026-12-26|κλειστό||",
      "26/12/2026|closed||",
      `2026-12-26|closed||${"ώ".repeat(121)}`,
      "",
    ];
    const answers = [];
    for (const text of days) answers.push(await takes("office", "hours_exceptions", text));
    expect(answers).toEqual(days.map((_, index) => index === 0));
  });

  test.each(["mailNote", "mailNoteEn"] as const)(
    "%s: as many characters as fit, whatever their bytes",
    async (name) => {
      const { column, rule } = SETTINGS[name];
      const notes = ["Ώ".repeat(500), "Ώ".repeat(501)];
      const answers = [];
      for (const note of notes) answers.push(await takes("office_settings", column, note));
      expect(answers).toEqual([true, false]);
      expect(notes.map((note) => "value" in rule(note))).toEqual(answers);
    },
  );

  async function takes(table: string, column: string, value: SettingValue): Promise<boolean> {
    await world.owner.query("begin");
    // By itself, not by what the other side says of it.
    if (table !== "service") await world.owner.query(`alter table ${table} disable trigger user`);
    try {
      const { rowCount } = await world.owner.query(`update ${table} set ${column} = $1`, [value]);
      return Number(rowCount) > 0;
    } catch (error) {
      expect((error as { constraint?: string; code: string }).code).toMatch(/^(23502|23514)$/);
      return false;
    } finally {
      await world.owner.query("rollback");
    }
  }
});

describe("the server does as the table says", () => {
  const HOURS = ["Mo 08:00-15:00; Sa 09:00-12:00 17:00-19:00", "2026-12-24|08:00-12:00|closed|Παραμονή"];

  /** A value that its rule takes as it is. */
  function aValueOf({ kind, bounds, rule }: Setting): SettingValue {
    if (kind === "choice" || kind === "switch") return true;
    const values = bounds
      ? [bounds.max]
      : ["18:30", "Αυλή δεξιά", "14121", "kep@example.gr", "+302109098391", "sq,ar", ...HOURS];
    return values.find((value) => "value" in rule(value)) ?? null;
  }

  test.each(OWN)("%s is changed by who may, stored in its column and read again", async (name, setting) => {
    const value = aValueOf(setting);
    const settings = `${desk.office.code}/settings`;
    const { version } = (await head.ask("GET", settings)).body;
    const wish = { body: nested({ [name]: value }), version };
    expect((await desk.clerk.ask("PATCH", settings, wish)).status).toBe(setting.mayChange === "operator" ? 200 : 403);
    const { status, body } = await head.ask("PATCH", settings, wish);
    expect([status, settingValuesOf(body)[name]]).toEqual([200, value]);
    const { rows } = await world.owner.query(
      `select to_jsonb(${tableOf(setting)}) -> $2 as stored from office join office_settings on office_id = id where id = $1`,
      [desk.office.id, setting.column],
    );
    expect(rows).toEqual([{ stored: value }]);
  });
});

test("a field that no table names has no setting, whatever it is called", () => {
  const fields = [
    "constructor",
    "__proto__",
    "services",
    "services.copies",
    "services.copies.toBring",
    "access",
    "Phone",
  ];
  expect(fields.map(settingOf)).toEqual(fields.map(() => undefined));
  expect(settingOf("services.a\n.offered")).toBe(SERVICE_SETTINGS.offered);
  expect(settingOf("services..minutes")).toBe(SERVICE_SETTINGS.minutes);
});
