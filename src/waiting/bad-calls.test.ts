import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../test/citizen.ts";
import { aDisplay } from "../../test/display.ts";
import { anEntranceScreen } from "../../test/entrance-screen.ts";
import { setClock } from "../../test/set-clock.ts";
import { aWaitingDesk, type WaitingDesk } from "../../test/waiting-desk.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";

/** A call for somebody who left, or for a number that is none, or of another day: a word, and nobody's place is touched. */

let world: World;
let desk: WaitingDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await setClock(world, NOW);
  desk = await aWaitingDesk(world);
});

const said = ({ status, body }: Reply) => [status, body.code, body.title];
const LEFT = [409, "status-conflict", "Έχει σημειωθεί «Έφυγε». Αν ήταν λάθος, αναιρέστε το πρώτα."];
const OVER = [409, "status-conflict", "Ήταν για άλλη ημέρα: κανείς δεν καλείται πια."];
const NONE = [404, "ticket-not-found", "Δεν βρέθηκε ο αριθμός."];
/** All that says who waits where, and what was done */
async function everything() {
  const { rows } = await world.owner.query(
    `select (select json_agg(ticket order by id) from ticket where office_id = $1) as tickets,
       (select json_agg(appointment order by id) from appointment where office_id = $1) as appointments,
       (select count(*) from ticket_event where office_id = $1) as acts,
       (select count(*) from appointment_event where office_id = $1) as steps,
       (select json_agg(line_call order by at, visit) from line_call where office_id = $1) as calls`,
    [desk.office.id],
  );
  return rows[0];
}
async function unchanged(ways: readonly (() => Promise<Reply>)[], words: readonly unknown[]) {
  const before = await everything();
  for (const way of ways) expect(said(await way())).toEqual(words);
  expect(await everything()).toEqual(before);
}

test("who left is called and begun by no way, in the order of the line or before others, and the others wait as they did", async () => {
  await aDisplay(world, desk.office);
  const gone = await desk.number();
  await desk.number();
  const { version } = (await desk.onTicket(gone.id, "departure", 1)).body;
  await unchanged(
    [
      () => desk.onTicket(gone.id, "call", version, { queue: 1 }),
      () => desk.onTicket(gone.id, "call", version, { queue: 1, reason: "statutory" }),
      () => desk.onTicket(gone.id, "priority", version),
    ],
    LEFT,
  );
  const TAKEN = [409, "next-taken", "Συνάδελφος εξυπηρετεί ήδη αυτόν που διαλέξατε, ή έφυγε. Διαλέξτε άλλον."];
  await unchanged([() => desk.next(1, { ends: [], starts: { id: gone.id, version } })], TAKEN);
});

test("who gave the place up on the phone in that moment is called by nobody who saw them wait", async () => {
  await aDisplay(world, desk.office);
  const screen = await anEntranceScreen(world, desk.office);
  await screen.take();
  const address = `/line/${screen.key()}`;
  const phone = aCitizen(world);
  const mark = /name="mark" value="([^"]*)"/.exec((await phone.see(`${address}/leave`)).html)?.[1] ?? "";
  const [{ id, version }] = await desk.tickets();
  await phone.send(`${address}/leave`, { mark });
  const before = await everything();
  const call = await desk.onTicket(id, "call", version, { queue: 1 });
  expect([call.status, call.body.code, call.body.current.status]).toEqual([412, "version-stale", "left"]);
  expect((await desk.next(1, { ends: [], starts: { id, version } })).body.code).toBe("next-taken");
  expect((await desk.next(1)).body.code).toBe("nobody-waits");
  expect(await everything()).toEqual(before);
});

test("an appointment whose citizen left is called by no way either", async () => {
  const { id } = await desk.booked("10:45");
  await desk.act(id, "arrival");
  const { version } = (await desk.act(id, "departure")).body;
  const of = (what: string) => () =>
    desk.clerk.ask("POST", `${desk.office.code}/appointments/${id}/${what}`, { version, body: {} });
  await unchanged([of("call"), of("service-start")], LEFT);
});

test("a number of yesterday, and an appointment of yesterday, are called no more; today's are", async () => {
  const old = await desk.number();
  const { id } = await desk.booked("10:45");
  const { version } = (await desk.act(id, "arrival")).body;
  await setClock(world, NOW.add({ hours: 24 }));
  const call = (body: object) => () =>
    desk.clerk.ask("POST", `${desk.office.code}/appointments/${id}/call`, { version, body });
  await unchanged(
    [
      () => desk.onTicket(old.id, "call", 1, { queue: 1 }),
      () => desk.onTicket(old.id, "priority", 1),
      call({}),
      call({ queue: 2, reason: "statutory" }),
    ],
    OVER,
  );
  const today = await desk.number();
  expect((await desk.onTicket(today.id, "call", 1, { queue: 1 })).status).toBe(200);
});

test("a number that is none, or another office's, is nothing that can be called", async () => {
  const other = await aWaitingDesk(world);
  const theirs = await other.number();
  await desk.number();
  const before = await other.tickets();
  const ids = [randomUUID(), theirs.id];
  await unchanged(
    ids.flatMap((id) =>
      ["call", "departure", "completion", "priority", "undo"].map(
        (what) => async () => desk.onTicket(id, what, 1, what === "call" ? { queue: 1 } : undefined),
      ),
    ),
    NONE,
  );
  for (const id of ids)
    expect((await desk.next(1, { ends: [], starts: { id, version: 1 } })).body.code).toBe("next-taken");
  expect(await other.tickets()).toEqual(before);
});
