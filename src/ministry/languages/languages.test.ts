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

const languages = async () => (await athina.rule("GET", "languages")).body.languages;
const put = (language: string, isOn: boolean, version?: number) =>
  athina.rule("PUT", `languages/${language}`, { body: { isOn }, ...(version !== undefined && { version }) });

test("of themselves the languages of the counter are off; the ministry switches one on, and clerks can write in it", async () => {
  expect(await languages()).toEqual(
    ["sq", "uk", "ar", "ur"].map((language) => ({
      language,
      isOn: false,
      version: 1,
      changedAt: null,
      changedBy: null,
    })),
  );
  const office = await world.anOffice();
  const clerk = await world.aClerk(office);
  const writes = async () => (await clerk.ask("GET", `/api/offices/${office.code}`)).body.languages;
  expect(await writes()).toEqual(["el", "en"]);
  const { body, headers } = await put("uk", true, 1);
  expect([body.isOn, body.version, headers.etag]).toEqual([true, 2, '"2"']);
  expect(await athina.lastEntry()).toMatchObject({
    act: "language-switched",
    details: { before: { language: "uk", isOn: false }, after: { language: "uk", isOn: true } },
  });
  expect((await athina.rule("GET", "history")).body.acts[0]).toMatchObject({ act: "language-switched" });
  expect(await writes()).toEqual(["el", "en", "uk"]);
});

test("who has not seen the latest is told of it; what is so already is no act; nobody else may, and no other language", async () => {
  const [albanian] = await languages();
  expect((await put("sq", true)).status).toBe(428);
  const stale = await put("sq", true, albanian.version + 1);
  expect([stale.status, stale.body.current.language, stale.body.title]).toEqual([
    412,
    "sq",
    "Συνάδελφος άλλαξε τη γλώσσα στο μεταξύ. Δείτε πώς είναι τώρα.",
  ]);
  expect((await put("sq", false, albanian.version)).body).toEqual(albanian);
  const both = await Promise.all([1, 2].map(() => put("sq", true, albanian.version)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await put("en", false, 1)).status).toBe(400);
  const clerk = await world.aClerk(await world.anOffice());
  expect((await clerk.ask("GET", "/api/ministry/languages")).status).toBe(403);
});
