import { afterAll, beforeAll, expect, test } from "vitest";
import { aMinistryPerson, type MinistryPerson } from "../../../test/ministry-person.ts";
import { aWorld, type World } from "../../../test/world.ts";

let world: World;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
  athina = await aMinistryPerson(world);
});
afterAll(() => world.close());

const offer = async () => (await athina.rule("GET", "needs")).body;
const put = (isOn: boolean, version?: number) =>
  athina.rule("PUT", "needs", { body: { isOn }, ...(version !== undefined && { version }) });

test("needs are off of themselves; the ministry switches them on, which is recorded, and offices know", async () => {
  const offices = { all: 0, signLanguage: 0, languages: 0 };
  expect(await offer()).toEqual({ isOn: false, version: 1, changedAt: null, changedBy: null, offices });
  const office = await world.anOffice();
  const clerk = await world.aClerk(office);
  const offers = async () => (await clerk.ask("GET", `/api/offices/${office.code}`)).body.offersNeeds;
  expect(await offers()).toBe(false);
  const { body, headers } = await put(true, 1);
  expect([body.isOn, body.version, headers.etag]).toEqual([true, 2, '"2"']);
  expect(await athina.lastEntry()).toMatchObject({
    act: "needs-switched",
    details: { before: { isOn: false }, after: { isOn: true } },
  });
  expect((await athina.rule("GET", "history")).body.acts[0]).toMatchObject({ act: "needs-switched" });
  expect(await offers()).toBe(true);
});

test("who has not seen the latest is told of it; what is so already is no act; nobody else may", async () => {
  const before = await offer();
  expect((await put(false)).status).toBe(428);
  const stale = await put(false, before.version + 1);
  expect([stale.status, stale.body.current, stale.body.title]).toEqual([
    412,
    before,
    "Συνάδελφος το άλλαξε στο μεταξύ. Δείτε πώς είναι τώρα.",
  ]);
  expect((await put(before.isOn, before.version)).body).toEqual(before);
  const both = await Promise.all([1, 2].map(() => put(!before.isOn, before.version)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  const clerk = await world.aClerk(await world.anOffice());
  expect((await clerk.ask("GET", "/api/ministry/needs")).status).toBe(403);
});
