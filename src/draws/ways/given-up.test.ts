import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { ANSWERS, FIRST, RELEASES } from "../../../test/draw-desk.ts";
import { aDrawnDesk, type DrawnDesk } from "../../../test/drawn-desk.ts";
import { press } from "../../../test/own-visits.ts";
import { aPartner } from "../../../test/partner.ts";
import { aWorld, type Reply, type TestOffice, type World } from "../../../test/world.ts";
import type { DrawWishAt } from "../wishes/change-wish.ts";

/** Each way by which somebody gives up what was drawn, or loses it: never to whoever is fastest while others wait. */
let world: World;
let desk: DrawnDesk;
let order: readonly DrawWishAt[];
let visit: Reply["body"];
beforeEach(async () => {
  world = await aWorld();
  desk = await aDrawnDesk(world, { offices: 2, mornings: [2] });
  // Only the first office has what is wished for, so that each place is told apart.
  order = await desk.drawnAmong(4);
  visit = await desk.visitOfFirst(order);
});
afterEach(() => desk.closeSound());

const undone = async (id: string) => desk.mail.act(id, "undo", { version: (await desk.seen(id)).version });
const elsewhere = { date: "2026-12-15", time: "12:00", queue: 1 };
const movedTo = (place: object, { id, version } = visit) =>
  desk.mail.act(id, "move", { body: place, version, key: randomUUID() });
const cancelled = () => desk.mail.act(visit.id, "cancellation", { body: {}, version: visit.version });

/** The first one has a place no more, and the third has it. */
async function goesOn(first = "left"): Promise<void> {
  expect(await desk.keptPlaces()).toBe(2);
  await desk.run();
  expect(await desk.keptPlaces()).toBe(2);
  expect(await desk.stands(order)).toEqual([first, "drawn", "drawn", "waits"]);
}

/** Nobody comes back to it: it is said to whom it goes. */
async function staysGone(): Promise<void> {
  const { status, body } = await undone(visit.id);
  expect([status, body.code, body.errors[0].code]).toEqual([409, "slot-taken", "slot-of-draw"]);
  expect(body.title).toBe(
    `Η ώρα ${visit.time} δόθηκε με κλήρωση και περνά στον επόμενο της σειράς. Επιλέξτε μία από τις πλησιέστερες ελεύθερες.`,
  );
}

test("a clerk moves it to another day, and can't take that back", async () => {
  expect((await movedTo(elsewhere)).status).toBe(200);
  await staysGone();
  await goesOn();
  await staysGone();
  expect(await desk.seen(visit.id)).toMatchObject({ status: "booked", date: "2026-12-15", time: "12:00" });
});

test("a clerk cancels it, and can't take that back before nobody waits for it any more", async () => {
  expect((await cancelled()).status).toBe(200);
  await staysGone();
  await goesOn();
  for (const at of order.slice(1)) await desk.leaves(at);
  await desk.at(ANSWERS);
  await desk.at(RELEASES);
  expect((await undone(visit.id)).status).toBe(200);
  expect((await desk.stands(order)).at(0)).toBe("left");
});

test("a clerk takes back that it was booked at all", async () => {
  expect((await undone(visit.id)).status).toBe(200);
  expect(await desk.seen(visit.id)).toMatchObject({ status: "cancelled" });
  await goesOn();
});

test("a clerk gives it to another office, where its citizen may move it no more often", async () => {
  const [from, to] = desk.offices as [TestOffice, TestOffice];
  const both = await world.aClerk(from, to);
  const body = { office: to.code, ...elsewhere };
  const given = await both.ask("POST", `${from.code}/appointments/${visit.id}/transfer`, {
    body,
    version: visit.version,
    key: randomUUID(),
  });
  expect(given.status).toBe(200);
  await goesOn();
  const [{ spent }] = await desk.rows(
    "select moves_before as spent from appointment_event where appointment_id = $1",
    given.body.id,
  );
  const [{ left }] = await desk.rows("select moves - $1::int as left from move_limit", spent);
  expect(left).toBe(1);
});

test("who does not come keeps the place for good or bad, and an arrival is taken back as ever", async () => {
  for (const at of order.slice(1)) await desk.leaves(at);
  await desk.run();
  await desk.at(`${FIRST}T12:00`);
  const { version } = visit;
  expect((await desk.mail.act(visit.id, "no-show", { version })).status).toBe(200);
  await desk.run();
  expect(await desk.stands(order.slice(0, 1))).toEqual(["coming"]);
  expect((await undone(visit.id)).body).toMatchObject({ status: "booked", time: visit.time });
  expect(await desk.stands(order.slice(0, 1))).toEqual(["coming"]);
});

test("given up two hours before its time it is everybody's: nobody could be asked any more", async () => {
  const [{ at }] = await desk.rows(
    "select to_char(starts_at at time zone 'Europe/Athens' - interval '2 hours', 'HH24:MI') as at from appointment where id = $1",
    visit.id,
  );
  await desk.at(`${FIRST}T${at}`);
  expect((await cancelled()).status).toBe(200);
  expect(await desk.rows("select count(*)::int as n from freed_place")).toEqual([{ n: 1 }]);
  await desk.run();
  expect((await desk.stands(order)).at(0)).toBe("left");
});

test("its citizen cancels it by the letter's link", async () => {
  const citizen = aCitizen(world);
  const link = await desk.linkTo(visit.id);
  const { headers } = await press(citizen, `${link}/cancel`);
  expect(headers.location).toBe(`${link}/cancelled`);
  await goesOn();
});

test("its citizen moves it as often as the draw lets them: once", async () => {
  await world.owner.query("update office set online_counter_percent = 0, online_limit = 10");
  const citizen = aCitizen(world);
  const link = await desk.linkTo(visit.id);
  const day = `${link}/days/2026-12-15`;
  expect((await press(citizen, day, { at: "2026-12-15T12:00" }, `${link}/hold`)).status).toBe(303);
  expect((await press(citizen, `${link}/move`)).headers.location).toBe(`${link}?done=moved`);
  await goesOn();
  expect((await citizen.see(day)).status).toBe(409);
});

test("a partner's system has none of it in hand", async () => {
  const partner = await aPartner(world);
  const { version } = visit;
  const asked = [
    await partner.ask("GET", `appointments/${visit.id}`),
    await partner.ask("POST", `appointments/${visit.id}/cancellation`, { body: {}, version, key: randomUUID() }),
    await partner.ask("POST", `appointments/${visit.id}/move`, {
      body: { date: elsewhere.date, time: elsewhere.time },
      version,
      key: randomUUID(),
    }),
  ];
  expect(asked.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(await desk.keptPlaces()).toBe(2);
  expect(await desk.stands(order)).toEqual(["coming", "drawn", "waits", "waits"]);
});

test("what is held for an answer no clerk can cancel, move or give away", async () => {
  const held = await desk.seen(await desk.visitOf(order[1] as DrawWishAt));
  const { version } = held;
  const replies = [
    await desk.mail.act(held.id, "cancellation", { body: {}, version }),
    await movedTo(elsewhere, held),
    await desk.mail.act(held.id, "undo", { version }),
  ];
  expect(replies.map(({ status }) => status)).toEqual([409, 409, 409]);
  await desk.run();
  expect(await desk.keptPlaces()).toBe(2);
  expect(await desk.stands(order)).toEqual(["coming", "drawn", "waits", "waits"]);
});
