import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { statementsOf } from "../../test/statements-of.ts";
import { aVisitDesk, DAY, type VisitDesk } from "../../test/visit-desk.ts";
import { aWaitingDesk } from "../../test/waiting-desk.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";

/** What acts of every day ask of the database at most: a feature that adds to it is seen here. */
const MOST = { booking: 8, cancellation: 9, next: 19, looking: 18, holding: 19, confirming: 39, cancelling: 31 };

let world: World;
let desk: VisitDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aVisitDesk(world);
});

const countOf = async (act: () => Promise<unknown>): Promise<number> => (await statementsOf(act)).length;

/** A few are not sent at all where another act beside it has asked just now. */
const beyond = (counted: Partial<typeof MOST>): string[] =>
  Object.entries(counted).flatMap(([act, count]) =>
    count > MOST[act as keyof typeof MOST] ? [`${act}: ${count} statements`] : [],
  );

test("a booking at the counter, its cancellation, and «Επόμενος»", async () => {
  const { id, version } = await desk.booked("12:00");
  const booking = await countOf(() => desk.booked("12:30"));
  const cancellation = await countOf(() => desk.act(id, "cancellation", { body: {}, version }));
  const counter = await aWaitingDesk(world);
  for (const time of ["10:45", "11:00"]) await counter.act((await counter.booked(time)).id, "arrival");
  const { started } = (await counter.next(1)).body;
  const { id: served, version: seen } = started.appointment;
  const next = await countOf(() => counter.next(1, { ends: [{ id: served, version: seen }] }));
  expect(beyond({ booking, cancellation, next })).toEqual([]);
});

test("a citizen looks over many offices, books, and cancels", async () => {
  for (let others = 0; others < 5; others += 1) await aVisitDesk(world);
  const looking = await countOf(() => desk.citizen.see(`/book/earliest?service=signature&where=${desk.office.code}`));
  const holding = await countOf(() => desk.citizen.choose(desk.office, DAY, "09:30"));
  const link = await desk.asked("10:00");
  let manage = "";
  const confirming = await countOf(async () => {
    manage = String((await desk.press(link, "confirm", {}, "")).headers.location).replace(/\/done$/, "");
  });
  const cancelling = await countOf(() => desk.press(manage, "cancel"));
  expect(beyond({ looking, holding, confirming, cancelling })).toEqual([]);
});
