import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededReferrals, seededWords } from "../../src/catalogue/seed-words.ts";
import { importServices } from "../../src/offices/import-services.ts";
import { openOwner } from "../../src/platform/database/owner.ts";
import { LANGUAGES } from "../../src/text/languages.ts";
import { aMinistryPerson, type MinistryPerson } from "../ministry-person.ts";
import { aWorld, type World } from "../world.ts";

const CATALOGUE = new URL("../../db/examples/services.csv", import.meta.url);

let world: World;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
  athina = await aMinistryPerson(world);
});
afterAll(() => world.close());

test("four hundred words and more come with the program, in six languages, for each service; what is elsewhere says who does it", async () => {
  const words = await seededWords();
  const count = words.flatMap(({ words: own }) => Object.values(own).flat()).length;
  expect(count).toBeGreaterThanOrEqual(400);
  for (const { service, words: own } of words) expect(own.el?.length, service).toBeGreaterThanOrEqual(3);
  for (const language of LANGUAGES) expect(words.filter(({ words: own }) => own[language]).length).toBeGreaterThan(20);
  for (const { code, answers } of await seededReferrals())
    expect(Object.keys(answers).sort(), code).toEqual([...LANGUAGES].sort());
});

test("an import of the catalogue brings words to services that have none, and none that the ministry has changed or removed", async () => {
  const owner = openOwner(world.database.ownerUrl);
  const importing = async () => importServices(owner.db, await readFile(CATALOGUE));
  expect(await importing()).toMatchObject({ added: 31 });
  const kept = async () => (await athina.rule("GET", "words")).body;
  const of = (code: string, all: { code: string; words: object }[]) => all.find((one) => one.code === code)?.words;
  const before = await kept();
  expect(of("vehicle-transfer", before.services)).toMatchObject({ el: expect.arrayContaining(["αμάξι"]) });
  expect(before.referrals.length).toBeGreaterThanOrEqual(10);
  await athina.rule("PUT", "services/vehicle-transfer/words", { version: 1, body: { words: { el: ["κούρσα"] } } });
  await athina.rule("DELETE", "referrals/passport", { version: 1 });
  expect(await importing()).toMatchObject({ unchanged: 31 });
  const after = await kept();
  expect(of("vehicle-transfer", after.services)).toEqual({ el: ["κούρσα"] });
  expect(of("passport", after.referrals)).toBeUndefined();
  await owner.close();
});
