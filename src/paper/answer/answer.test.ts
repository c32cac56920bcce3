import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRulesDesk, type RulesDesk } from "../../../test/rules-desk.ts";
import { aWorld, type Clerk, NOW, type World } from "../../../test/world.ts";

let world: World;
let desk: RulesDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aRulesDesk(world);
});

const answer = async (ids: readonly string[], who: Clerk = desk.head) => {
  const query = ids.map((id) => `appointment=${id}`).join("&");
  const { statusCode, body } = await world.app.inject({
    url: `/api/offices/${desk.office.code}/audit/answer?${query}`,
    headers: { cookie: who.cookie, accept: "text/html" },
  });
  return { status: statusCode, html: body.replaceAll("\u00a0", " ") };
};

test("tells a person what is kept and every look at it, and of no employee who it was", async () => {
  const { id } = await desk.booked("12:00", { phone: "6944123456", notes: "<b>με καρότσι</b>" });
  const other = await desk.booked("12:15", { lastName: "Άλλος" });
  await desk.day();
  const { status, html } = await answer([id]);
  expect(status).toBe(200);
  for (const words of [
    "ΠΑΠΑΔΟΠΟΥΛΟΥ Ελένη",
    "694 412 3456",
    "&lt;b&gt;με καρότσι&lt;/b&gt;",
    "Καταχώριση",
    "Προβολή ημέρας",
  ])
    expect(html, words).toContain(words);
  expect(html).toContain("2 εγγραφές");
  expect(html).not.toMatch(/Χειριστής\d|Άλλος/i);
  expect(html).not.toContain(other.reference);
});

test("is refused to a clerk, and of another office's appointments there is none", async () => {
  const { id } = await desk.booked();
  const stranger = await aRulesDesk(world);
  const theirs = await stranger.booked();
  expect((await answer([id], desk.clerk)).status).toBe(403);
  expect((await answer([theirs.id])).status).toBe(404);
  expect((await answer([])).status).toBe(400);
});
