import { afterAll, beforeAll, expect, test } from "vitest";
import { anAppointmentRow } from "../../../test/an-appointment.ts";
import { aBookingDesk } from "../../../test/booking-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { APP_ROLE } from "../../platform/database/migrate.ts";
import { changedColumns } from "../history/changes.ts";
import { namelessDetails, patched } from "../row/details.ts";
import { alongWith, columnsWhere, fieldOf, TYPED } from "./columns.ts";
import type { AppointmentField } from "./field.ts";

/** The table of an appointment's fields, beside what PostgreSQL and the acts on an appointment make of it. */

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const TOGETHER = [{ lastName: "Γιασεμίδης", firstName: "Θωμάς", services: ["signature"] }];

/** Whose row it is, and what PostgreSQL works out by itself. */
const NO_FIELDS = ["office_id", "live", "phone_reversed"];

const isWritten = (...when: readonly AppointmentField["written"][]) =>
  columnsWhere(({ written }) => when.includes(written));

test("the database has a column for each field, and for nothing else", async () => {
  const { rows } = await world.owner.query(
    "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = 'appointment'",
  );
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...NO_FIELDS, ...columnsWhere()].toSorted());
});

test("the application may change what acts change, and nothing else", async () => {
  const { rows } = await world.owner.query(
    `select name, has_column_privilege($2, 'appointment', name, 'update') as may from unnest($1::text[]) as name`,
    [columnsWhere(), APP_ROLE],
  );
  const may = rows.filter((row) => row.may).map(({ name }) => name);
  expect(may).toEqual(isWritten("later", "always"));
});

/** Something in each column that may be empty: of a business, cancelled for a reason. */
const WRITTEN = Object.fromEntries(
  columnsWhere(({ kind }) => kind === "text" || kind === "maybe-text").map((column) => [
    column,
    `${column} of somebody`,
  ]),
);

test("of whom nobody may know any more nothing is left but what counts, in the row and in its history", async () => {
  const desk = await aBookingDesk(world);
  const { id } = await desk.booked("11:30");
  const { service, reference, transferred_to, ...texts } = WRITTEN;
  const before = await row(id);
  const whole = { ...before, ...texts, party: "business", status: "cancelled", live: false };
  const names = Object.keys(texts);
  await world.owner.query(
    `update appointment set party = 'business', status = 'cancelled', companions = $2, needs = '{wheelchair}',
       interpreter = 'sq', interpretation = 'confirmed',
       ${names.map((name, at) => `${name} = $${at + 3}`)} where id = $1`,
    [id, JSON.stringify(TOGETHER), ...names.map((name) => whole[name])],
  );
  const tracked = columnsWhere(({ isTracked }) => isTracked);
  await world.owner.query("update appointment_event set changes = $2 where appointment_id = $1", [
    id,
    JSON.stringify(Object.fromEntries(tracked.map((column) => [column, [null, "of somebody"]]))),
  ]);
  await world.owner.query("select anonymize($1, array[$2::uuid], now())", [desk.office.id, id]);

  const after = await row(id);
  for (const column of columnsWhere(({ name }) => name !== "anonymizedAt")) {
    const { erased } = fieldOf(column);
    const expected = { names: NAMELESS, all: [], kept: whole[column] }[erased === undefined ? "kept" : String(erased)];
    expect([column, after[column]]).toEqual([column, expected === undefined ? erased : expected]);
  }
  expect(after.anonymized_at).not.toBeNull();
  const { rows } = await world.owner.query("select changes from appointment_event where appointment_id = $1", [id]);
  const stays = tracked.filter((column) => fieldOf(column).erased === undefined);
  expect(Object.keys(rows[0].changes).toSorted()).toEqual(stays.toSorted());
});

const NAMELESS = [{ lastName: "", firstName: "", services: ["signature"] }];

const row = async (id: string) => (await world.owner.query("select * from appointment where id = $1", [id])).rows[0];

/** As nobody leaves it: another value in each column that is typed. */
const typed = anAppointmentRow({
  ...namelessDetails("copy"),
  last_name: "Γιασεμίδου",
  first_name: "Φανή",
  phone: "+306944123456",
  email: "fani@example.gr",
  party: "business",
  business_name: "Άλφα ΑΕ",
  business_afm: "094014201",
  notes: "με το παιδί",
  channel: "email",
  language: "en",
  interpreter: "sq",
  needs: ["wheelchair", "guide-dog"],
  behalf: "minor",
  matter: "βεβαίωση για το σχολείο",
  more_services: ["vehicle"],
  companions: TOGETHER,
});

test("a patch of one field leaves all others, and stands in the history", () => {
  const blank = anAppointmentRow(namelessDetails("signature"));
  for (const column of TYPED) expect([column, typed[column]]).not.toEqual([column, blank[column]]);
  const after = patched(typed, { notes: "μόνη της" });
  expect(changedColumns(typed, after)).toEqual({ notes: ["με το παιδί", "μόνη της"] });
  for (const column of TYPED)
    expect(changedColumns(blank, { ...blank, [column]: typed[column] })).toHaveProperty(column);
});

test("to another office goes who comes and what was written, but neither place, service nor way", () => {
  const stays = TYPED.filter((column) => !(column in alongWith(typed)));
  expect(stays).toEqual(["service", "more_services", "channel"]);
});
