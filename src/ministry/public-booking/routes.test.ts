import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deskOf } from "../../../test/booking-desk.ts";
import { aMinistryPerson, errorsOf, type MinistryPerson, theOfficeOfCrete } from "../../../test/ministry-person.ts";
import { aHead } from "../../../test/office-head.ts";
import { aWorld, type Clerk, type TestOffice, type World } from "../../../test/world.ts";

let world: World;
let athina: MinistryPerson;
let office: TestOffice;
let head: Clerk;
beforeAll(async () => {
  world = await aWorld();
  athina = await aMinistryPerson(world);
  await world.anOffice();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.owner.query("delete from public_booking");
  office = await theOfficeOfCrete(world);
  head = await aHead(world, office);
});

const open = (region: string | null) => athina.post("public-booking", { region });
const publish = async (): Promise<string> => {
  const { version } = (await head.ask("GET", `${office.code}/queues`)).body.queues[1];
  const reply = await head.ask("POST", `${office.code}/queues/2/publication`, { version, key: crypto.randomUUID() });
  return reply.body.code ?? "done";
};

test("closed of itself; opened in a region, its heads make queues public, and others do not", async () => {
  expect((await athina.rule("GET", "public-booking")).body.openings).toEqual([]);
  expect(await publish()).toBe("public-booking-closed");
  expect((await athina.post("public-booking/preview", { region: "Κρήτη" })).body).toEqual({
    offices: 1,
    queues: 0,
    open: 0,
  });
  const opened = await open("Κρήτη");
  expect([opened.status, opened.body]).toEqual([
    201,
    {
      id: expect.any(String),
      region: "Κρήτη",
      offices: null,
      openedAt: "2026-11-24T10:42:00+02:00",
      openedBy: expect.any(String),
    },
  ]);
  expect((await head.ask("GET", `${office.code}/queues`)).body.publicBooking).toBe(true);
  expect(await publish()).toBe("done");
  const other = await world.anOffice();
  expect((await (await aHead(world, other)).ask("GET", `${other.code}/queues`)).body.publicBooking).toBe(false);
  expect(await athina.lastEntry()).toMatchObject({
    act: "public-booking-opened",
    details: { after: { region: "Κρήτη", offices: 1 } },
  });
});

test("the whole country opens what is not open yet, and closing it leaves a region open", async () => {
  await open("Κρήτη");
  const { offices } = (await athina.rule("GET", "public-booking")).body;
  expect((await athina.post("public-booking/preview", { region: null })).body.offices).toBe(offices - 1);
  const { id } = (await open(null)).body;
  expect(errorsOf(await open("Κρήτη"))).toEqual([422, "region: public-booking-open"]);
  const closing = await athina.post(`public-booking/${id}/closing-preview`, {});
  expect(closing.body.offices).toBe(offices - 1);
  expect((await athina.rule("DELETE", `public-booking/${id}`)).status).toBe(200);
  expect((await head.ask("GET", `${office.code}/queues`)).body.publicBooking).toBe(true);
});

test("closing shows first which queues citizens would see no more; they stay as their heads made them", async () => {
  const { id } = (await open("Κρήτη")).body;
  await publish();
  expect((await athina.post(`public-booking/${id}/closing-preview`, {})).body).toEqual({
    offices: 1,
    queues: 1,
    open: 0,
  });
  await athina.rule("DELETE", `public-booking/${id}`);
  expect(await athina.lastEntry()).toMatchObject({ act: "public-booking-closed" });
  expect((await athina.rule("GET", "history")).body.acts[0]).toMatchObject({ act: "public-booking-closed" });
  const queue = async () => (await deskOf(office, head).day("2026-11-25")).queues[1].public;
  expect(await queue()).toBe(true);
  expect((await athina.rule("DELETE", `public-booking/${id}`)).body.code).toBe("public-booking-not-found");
  expect((await athina.post(`public-booking/${id}/closing-preview`, {})).status).toBe(404);
});

test("of two who open the same at once one does; a region that there is not opens nothing", async () => {
  const both = await Promise.all([open("Κρήτη"), open("Κρήτη")]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  expect(errorsOf(await open("Ατλαντίδα"))).toEqual([422, "region: region-unknown"]);
  const { id } = both.find(({ status }) => status === 201)?.body ?? {};
  expect((await head.ask("GET", "/api/ministry/public-booking")).status).toBe(403);
  expect((await head.ask("DELETE", `/api/ministry/public-booking/${id}`)).status).toBe(403);
});
