import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aMinistryPerson, errorsOf, type MinistryPerson, theOfficeOfCrete } from "../../../test/ministry-person.ts";
import { aHead } from "../../../test/office-head.ts";
import { aWorld, type TestOffice, type World } from "../../../test/world.ts";

let world: World;
let athina: MinistryPerson;
let first: TestOffice;
let second: TestOffice;
let crete: TestOffice;
beforeAll(async () => {
  world = await aWorld();
  athina = await aMinistryPerson(world);
  [first, second] = [await world.anOffice(), await world.anOffice()];
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.owner.query("delete from public_booking");
  crete = await theOfficeOfCrete(world);
});

const open = (offices: readonly string[], region: string | null = null) =>
  athina.post("public-booking", { region, offices });
const isOpen = async (office: TestOffice): Promise<boolean> =>
  (await (await aHead(world, office)).ask("GET", `${office.code}/queues`)).body.publicBooking;

test("the offices of a list are opened, each once, and no others", async () => {
  const { status, body } = await open([first.code, first.code, crete.code]);
  expect([status, body.region, body.offices.map(({ code }: TestOffice) => code)]).toEqual([
    201,
    null,
    [first.code, crete.code].sort(),
  ]);
  expect([await isOpen(first), await isOpen(second), await isOpen(crete)]).toEqual([true, false, true]);
  expect((await athina.rule("GET", "public-booking")).body.openings).toEqual([body]);
  expect(await athina.lastEntry()).toMatchObject({
    act: "public-booking-opened",
    details: { after: { region: null, offices: 2, codes: [first.code, crete.code].sort() } },
  });
});

test("codes that no office has are named, and nothing is opened", async () => {
  const reply = await open([first.code, "0377P", "9999", "\u0000"]);
  expect(errorsOf(reply)).toEqual([422, "offices: offices-unknown"]);
  expect(reply.body.errors[0].message).toContain("0377P, 9999");
  expect(errorsOf(await open([]))).toEqual([422, "offices: field-required"]);
  expect(errorsOf(await open([first.code], "Κρήτη"))).toEqual([422, "region: region-beside-offices"]);
  expect(await isOpen(first)).toBe(false);
});

test("an office may be opened by several rows, and stays open until the last of them is closed", async () => {
  const { id: region } = (await athina.post("public-booking", { region: "Κρήτη" })).body;
  expect(errorsOf(await open([crete.code]))).toEqual([422, "offices: offices-open"]);
  expect(
    (await athina.post("public-booking/preview", { region: null, offices: [crete.code, first.code] })).body,
  ).toEqual({
    offices: 1,
    queues: 0,
    open: 1,
  });
  const { id: list } = (await open([crete.code, first.code])).body;
  expect((await athina.post(`public-booking/${region}/closing-preview`, {})).body).toMatchObject({
    offices: 0,
    open: 1,
  });
  await athina.rule("DELETE", `public-booking/${region}`);
  expect([await isOpen(crete), await isOpen(first)]).toEqual([true, true]);
  expect((await athina.post(`public-booking/${list}/closing-preview`, {})).body.offices).toBe(2);
  await athina.rule("DELETE", `public-booking/${list}`);
  expect([await isOpen(crete), await isOpen(first)]).toEqual([false, false]);
});

test("the whole country is opened beside a list, and counts what is not open yet", async () => {
  await open([first.code]);
  const { offices } = (await athina.rule("GET", "public-booking")).body;
  const { body } = await athina.post("public-booking/preview", { region: null });
  expect(body.offices).toBe(offices - 1);
  expect((await athina.post("public-booking", { region: null })).status).toBe(201);
});

test("a region whose offices are all open by a list is not opened once more; of two who open it at once one is told so", async () => {
  const { id } = (await open([crete.code])).body;
  expect(errorsOf(await open([], "Κρήτη"))[0]).toBe(422);
  expect(errorsOf(await athina.post("public-booking", { region: "Κρήτη" }))).toEqual([
    422,
    "region: public-booking-open",
  ]);
  await athina.rule("DELETE", `public-booking/${id}`);
  const both = await Promise.all([1, 2].map(() => athina.post("public-booking", { region: "Κρήτη" })));
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
});

test("PostgreSQL keeps a row from having both a region and offices, or no office", async () => {
  const insert = (region: string | null, offices: readonly number[] | null) =>
    world.owner.query(
      "insert into public_booking (id, region, offices, opened_at) values (gen_random_uuid(), $1, $2, now())",
      [region, offices],
    );
  await expect(insert("Κρήτη", [first.id])).rejects.toThrow("public_booking_extent_check");
  await expect(insert(null, [])).rejects.toThrow("public_booking_extent_check");
  await insert("Κρήτη", null);
  await expect(insert("Κρήτη", null)).rejects.toThrow("public_booking_region_key");
});
