import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aPartner } from "../../../../test/partner.ts";
import { aVisitDesk, DAY, SITE, type VisitDesk } from "../../../../test/visit-desk.ts";
import { aWorld, NOW, type World } from "../../../../test/world.ts";
import { change } from "../../../appointments/change.ts";
import type { ChangeRequest } from "../../../appointments/contract.ts";
import { officeOfCitizen } from "../../../identity/citizens/citizens-office.ts";

/** By no way of a citizen does an appointment become another person's: only staff put it in another name. */

let world: World;
let desk: VisitDesk;
beforeAll(async () => {
  world = await aWorld({ PUBLIC_BASE_URL: SITE });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aVisitDesk(world);
});
afterEach(() => desk.close());

const OTHER = {
  lastName: "Αγοραστής",
  firstName: "Άλλος",
  last_name: "Αγοραστής",
  businessName: "Αγορά ΑΕ",
  who: "other",
};
const booked = async () => (await desk.rows("appointment")).find(({ status }) => status === "booked");
const namesOf = async () => {
  const { last_name, first_name, business_name, companions } = await booked();
  return [last_name, first_name, business_name, companions];
};

test("whatever is pressed below a link, with another name typed into it by hand, the name stays", async () => {
  const link = await desk.bookedOnline("09:00");
  const before = await namesOf();
  expect(before.slice(0, 2)).toEqual(["Παπαδοπούλου", "Ελένη"]);
  await desk.press(link, "hold", { ...OTHER, at: `${DAY}T10:00` }, `days/${DAY}`);
  const presses: [string, Record<string, string>][] = [
    ["extend", {}],
    ["move", {}],
    ["needs", { "need-wheelchair": "yes" }],
    ["less", { "gone-0-0": "yes" }],
    ["address", { email: `new${desk.office.code}@gmail.com` }],
    ["wish", { d1: "1", morning: "1", notice: "hours" }],
    ["coming", {}],
  ];
  for (const [part, fields] of presses) {
    const { status } = await desk.press(link, part, { ...fields, ...OTHER }, part === "extend" ? "move" : part);
    expect(status, part).toBeLessThan(500);
    expect(await namesOf(), part).toEqual(before);
  }
  expect((await booked()).starts_at.toISOString()).toContain("T08:00");
  await desk.delivered(0);
  const mine = desk.linkTo(`new${desk.office.code}@gmail.com`);
  await desk.press(mine, "mine", OTHER, "");
  expect((await booked()).email).toBe(`new${desk.office.code}@gmail.com`);
  expect(await namesOf()).toEqual(before);
});

test("nor by whoever asks for a citizen", async () => {
  const partner = await aPartner(world);
  await world.owner.query("update office set online_counter_percent = 0 where id = $1", [desk.office.id]);
  const wish = { office: desk.office.code, service: "signature", date: DAY, time: "09:00", email: desk.email };
  const names = { lastName: "Γιασεμίδου", firstName: "Φανή" };
  const { body } = await partner.ask("POST", "appointments", { body: { ...wish, ...names }, key: randomUUID() });
  const before = await namesOf();
  const move = (more: object) =>
    partner.ask("POST", `appointments/${body.id}/move`, {
      body: { date: DAY, time: "10:00", ...more },
      version: body.version,
    });
  expect((await move({ lastName: "Αγοραστής" })).status).toBe(400);
  expect((await move({})).status).toBe(200);
  expect(await namesOf()).toEqual(before);
});

test("a way that would put it in another name is refused where all of them end; staff may", async () => {
  await desk.bookedOnline("09:00");
  const before = await namesOf();
  const { id, version } = await booked();
  const byCitizen = (request: ChangeRequest) =>
    world.database.db.write({ office: desk.office.id }, async (tx) =>
      change(tx, await officeOfCitizen(tx, desk.office.id), { id, version, now: world.now }, request),
    );
  const companion = { lastName: "Αγοραστής", firstName: "Άλλος", services: ["signature"] };
  const ways: ChangeRequest[] = [
    { lastName: "Αγοραστής" },
    { firstName: "Άλλος" },
    { business: { name: "Αγορά ΑΕ", afm: "094014201" } },
    { companions: [companion] },
  ];
  for (const way of ways) await expect(byCitizen(way)).rejects.toMatchObject({ status: 409, code: "name-stays" });
  expect(await namesOf()).toEqual(before);
  expect((await desk.change(id, { lastName: "Διόρθωση" }, version)).status).toBe(200);
  expect((await namesOf())[0]).toBe("Διόρθωση");
});
