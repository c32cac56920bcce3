import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
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

/** How many messages with statements it sends, beginnings and ends included. */
async function statementsOf(act: () => Promise<unknown>): Promise<number> {
  const asked = vi.spyOn(pg.Client.prototype, "query");
  try {
    await act();
    return asked.mock.calls.length;
  } finally {
    asked.mockRestore();
  }
}

/** A few are not sent at all where another act beside it has asked just now. */
const beyond = (counted: Partial<typeof MOST>): string[] =>
  Object.entries(counted).flatMap(([act, count]) =>
    count > MOST[act as keyof typeof MOST] ? [`${act}: ${count} statements`] : [],
  );

test("a booking at the counter, its cancellation, and «Επόμενος»", async () => {
  const { id, version } = await desk.booked("12:00");
  const booking = await statementsOf(() => desk.booked("12:30"));
  const cancellation = await statementsOf(() => desk.act(id, "cancellation", { body: {}, version }));
  const counter = await aWaitingDesk(world);
  for (const time of ["10:45", "11:00"]) await counter.act((await counter.booked(time)).id, "arrival");
  const { started } = (await counter.next(1)).body;
  const { id: served, version: seen } = started.appointment;
  const next = await statementsOf(() => counter.next(1, { ends: [{ id: served, version: seen }] }));
  expect(beyond({ booking, cancellation, next })).toEqual([]);
});

test("a citizen looks over many offices, books, and cancels", async () => {
  for (let others = 0; others < 5; others += 1) await aVisitDesk(world);
  const looking = await statementsOf(() =>
    desk.citizen.see(`/book/earliest?service=signature&where=${desk.office.code}`),
  );
  const holding = await statementsOf(() => desk.citizen.choose(desk.office, DAY, "09:30"));
  const link = await desk.asked("10:00");
  let manage = "";
  const confirming = await statementsOf(async () => {
    manage = String((await desk.press(link, "confirm", {}, "")).headers.location).replace(/\/done$/, "");
  });
  const cancelling = await statementsOf(() => desk.press(manage, "cancel"));
  expect(beyond({ looking, holding, confirming, cancelling })).toEqual([]);
});
