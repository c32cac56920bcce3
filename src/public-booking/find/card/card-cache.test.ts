import { afterAll, beforeAll, expect, test } from "vitest";
import { aCitizen } from "../../../../test/citizen.ts";
import { openToCitizens } from "../../../../test/public-booking.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../../../test/world.ts";
import { cacheTallies } from "../../../platform/cache.ts";

let world: World;
let office: TestOffice;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
  office = await world.anOffice();
  await world.owner.query(
    "update office set counter_hours = 'Tu 08:00-10:50', settings_version = settings_version + 1 where id = $1",
    [office.id],
  );
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
});
afterAll(() => world.close());

const see = async (language = "", service = "signature") =>
  (await aCitizen(world).see(`${language}/book/offices?service=${service}&where=${office.code}`)).text;

/** Of this process, in which others may have tested before. */
const hits = () => cacheTallies().get("cards of offices")?.hits ?? 0;

test("a card is made once for all who look at the same, and says at once whatever is not as it was", async () => {
  const first = await see();
  expect(first).toContain("Πρώτη ελεύθερη ώρα: σήμερα, στις 11:45");
  const before = hits();
  expect(await see()).toBe(first);
  expect(hits() - before).toBe(1);
  expect((await aCitizen(world).choose(office, "2026-11-24", "11:45")).headers.location).toBe("/book/who");
  expect(await see()).toContain("Πρώτη ελεύθερη ώρα: σήμερα, στις 12:00");
  expect(await see("/en")).toMatch(/Certification of signature.*today.*12:00/);
  expect(await see("", "vehicle")).toContain("στις 12:00");
  world.now = Temporal.Instant.from("2026-11-24T10:50:00+02:00");
  expect(await see()).toContain("Κλειστά τώρα.");
  world.now = NOW;
  expect(await see()).toContain("Ανοιχτά τώρα, έως τις 10:50");
});

test("what the office changed is on its card as soon as it is read", async () => {
  expect(await see()).not.toContain("Πλατεία Ανεμώνης");
  await world.owner.query(
    "update office set address = 'Πλατεία Ανεμώνης 4', settings_version = settings_version + 1 where id = $1",
    [office.id],
  );
  await expect.poll(() => see()).toContain("Πλατεία Ανεμώνης 4");
});
