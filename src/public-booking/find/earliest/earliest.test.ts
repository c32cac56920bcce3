import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { aCitizen, type Citizen } from "../../../../test/citizen.ts";
import { openToCitizens } from "../../../../test/public-booking.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../../../test/world.ts";

let world: World;
let citizen: Citizen;
let near: TestOffice;
let far: TestOffice;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
  near = await placed(1, {});
  far = await placed(9, { opens: 900, closes: 1140 });
});
afterAll(() => world.close());
beforeEach(() => {
  world.now = NOW;
  citizen = aCitizen(world);
});

/** North of the middle, by so many kilometres */
async function placed(km: number, hours: { opens?: number; closes?: number }): Promise<TestOffice> {
  const office = await world.anOffice(hours);
  await world.owner.query(
    "update office set latitude = 38 + $2 / 111.2, longitude = 23.7, postcode = '99012', has_step_free_entrance = ($2 > 5), settings_version = settings_version + 1 where id = $1",
    [office.id, km],
  );
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  return office;
}

const AROUND = "/book/earliest?service=signature&lat=38.00&lon=23.70";
const timesOf = (html: string): string[] =>
  [...html.matchAll(/action="\/book\/offices\/(\d+)\/hold".*?value="([^"]*T[^"]*)"/g)].map(
    ([, code, at]) => `${at} ${code}`,
  );

test("the first times of all around, in order, of each day a few of each office", async () => {
  const { html } = await citizen.see(`${AROUND}&within=15`);
  expect(timesOf(html).slice(0, 5)).toEqual([
    `2026-11-24T11:45 ${near.code}`,
    `2026-11-24T12:00 ${near.code}`,
    `2026-11-24T15:00 ${far.code}`,
    `2026-11-25T08:00 ${near.code}`,
    `2026-11-25T12:00 ${near.code}`,
  ]);
  expect(timesOf(html)).toHaveLength(12);
  expect(timesOf((await citizen.see(`${AROUND}&page=2`)).html)).toHaveLength(24);
});

test("they are narrowed by distance, afternoon, Saturday and steps", async () => {
  const offices = async (filter: string) => {
    const times = timesOf((await citizen.see(`${AROUND}&${filter}`)).html);
    return [...new Set(times.map((each) => each.split(" ")[1]))];
  };
  expect(await offices("within=5")).toEqual([near.code]);
  expect(await offices("within=15&when=afternoon")).toEqual([far.code]);
  expect(await offices("within=15&stepfree=1")).toEqual([far.code]);
  const saturdays = timesOf((await citizen.see(`${AROUND}&when=saturday`)).html);
  expect(saturdays[0]).toBe(`2026-11-28T08:00 ${near.code}`);
  expect((await citizen.see(`${AROUND}&within=5&stepfree=1`)).text).toContain("Καμία ελεύθερη ώρα έως 5 χλμ.");
});

test("a time is taken by its button, at once", async () => {
  const chosen = await citizen.choose(far, "2026-11-25", "15:00");
  expect([chosen.status, chosen.headers.location]).toEqual([303, "/book/who"]);
  const again = await citizen.see(AROUND);
  expect(again.html).toContain('name="mark"');
  expect(timesOf(again.html)).not.toContain(`2026-11-25T15:00 ${far.code}`);
});

test("what is still to be said is asked for: the service, then where", async () => {
  const without = await citizen.see("/en/book/earliest");
  expect([without.status, without.headers.location]).toEqual([303, "/en/book/services?next=earliest"]);
  const asked = await citizen.see("/book/services?next=earliest");
  expect(asked.html).toContain('href="/book/earliest?service=signature"');
  const where = await citizen.see("/book/earliest?service=signature");
  expect([where.status, timesOf(where.html)]).toEqual([200, []]);
  expect(where.text).toContain("Γύρω από");
});

test("each tick widens; where nothing fits, it is said which limit to leave out, and each by itself would do", async () => {
  const some = timesOf((await citizen.see(`${AROUND}&within=5&when=noon&when=saturday`)).html);
  expect(some.slice(0, 6)).toEqual([
    `2026-11-24T12:00 ${near.code}`,
    `2026-11-25T12:00 ${near.code}`,
    `2026-11-26T12:00 ${near.code}`,
    `2026-11-27T12:00 ${near.code}`,
    `2026-11-28T08:00 ${near.code}`,
    `2026-11-28T12:00 ${near.code}`,
  ]);
  const none = await citizen.see(`${AROUND}&within=5&when=afternoon`);
  expect(none.text).toContain("Καμία ελεύθερη ώρα έως 5 χλμ. Υπάρχουν ώρες:");
  const ways = [...none.html.matchAll(/<li><a href="([^"]*)">/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
  const wishes = ways
    .filter((href) => href.includes("/earliest?"))
    .map((href) => new URLSearchParams(href.split("?")[1]));
  expect(wishes.map((wish) => [wish.get("within"), wish.getAll("when")])).toEqual([
    ["5", []],
    ["30", ["afternoon"]],
  ]);
  const neither = await citizen.see(`${AROUND}&within=5&when=afternoon&stepfree=1`);
  expect(neither.text).toContain("Υπάρχουν ώρες: έως 30 χλμ.");
  await world.owner.query("update office set has_step_free_entrance = false, settings_version = settings_version + 1");
  // The offices of the country are read again once one of them has another version.
  await expect
    .poll(async () => (await citizen.see(`${AROUND}&within=5&when=afternoon&stepfree=1`)).text)
    .toContain("Χωρίς: απόγευμα (από τις 15:00), είσοδος χωρίς σκαλιά");
});

test("a queue that is being hidden is offered no more", async () => {
  const office = await placed(2, {});
  const isThere = async () => (await citizen.see(AROUND)).html.includes(`/offices/${office.code}/hold`);
  // Which offices are open is known as it was a second ago.
  await expect.poll(isThere).toBe(true);
  await world.owner.query("update queue set is_public = false where office_id = $1", [office.id]);
  await expect.poll(isThere).toBe(false);
});

test("asked for one after the other, each service is found in the offices that do it", async () => {
  const office = await placed(3, {});
  await world.owner.query(
    "insert into office_service (office_id, service, is_offered, minutes) values ($1, 'vehicle', false, 30)",
    [office.id],
  );
  const has = async (service: string) =>
    (await citizen.see(AROUND.replace("signature", service))).html.includes(`/offices/${office.code}/hold`);
  // Of that day nothing is cached yet.
  world.now = NOW.add({ hours: 24 });
  expect([await has("vehicle"), await has("signature")]).toEqual([false, true]);
});

test("while an office's times are still being read those of the others are shown, and it is said", async () => {
  const slow = await placed(4, {});
  await expect.poll(async () => (await citizen.see(AROUND)).html).toContain(`/offices/${slow.code}/hold`);
  const gate = Promise.withResolvers<void>();
  const { read } = world.db;
  const reads = vi
    .spyOn(world.db, "read")
    .mockImplementation((scope, work) =>
      scope.office === slow.id ? gate.promise.then(() => read(scope, work)) : read(scope, work),
    );
  const partial = await citizen.see(`${AROUND}&within=5`);
  expect(partial.status).toBe(200);
  expect(timesOf(partial.html)[0]).toBe(`2026-11-24T11:45 ${near.code}`);
  expect(timesOf(partial.html).join()).not.toContain(slow.code);
  expect(partial.text).toContain("Δεν έχουμε δει ακόμη τις ώρες σε όλα τα ΚΕΠ κοντά σας (λείπουν 1)");
  const [, again = ""] = /role="status">[^<]*<a href="([^"]*)">Ανανέωση/.exec(partial.html) ?? [];
  // That there is none at all nobody knows yet, nor what would help.
  const nothing = await citizen.see(`${AROUND}&within=5&when=afternoon`);
  expect(nothing.text).toMatch(/\(λείπουν \d\)/);
  expect(nothing.text).not.toContain("Καμία ελεύθερη ώρα");
  expect(nothing.html).not.toContain("/notify?");
  gate.resolve();
  const whole = await citizen.see(again.replaceAll("&amp;", "&"));
  expect(whole.text).not.toContain("λείπουν");
  expect(timesOf(whole.html)).toContain(`2026-11-24T11:45 ${slow.code}`);
  reads.mockRestore();
});
