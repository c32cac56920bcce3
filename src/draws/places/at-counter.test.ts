import { afterAll, beforeAll, expect, test } from "vitest";
import { type BookingDesk, deskOf } from "../../../test/booking-desk.ts";
import { aCitizen } from "../../../test/citizen.ts";
import { aDrawDesk, CLOSES, type DrawDesk, FIRST, OPENS } from "../../../test/draw-desk.ts";
import { aWorld, type TestOffice, type World } from "../../../test/world.ts";
import type { Appointment } from "../../appointments/contract.ts";

/** Draws, as the counter of an office sees them. */
let world: World;
let desk: DrawDesk;
let office: TestOffice;
let counter: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
  desk = await aDrawDesk(world, { offices: 1, mornings: [2] });
  office = desk.offices[0] as TestOffice;
  counter = deskOf(office, await world.aClerk(office));
});
afterAll(() => world.close());

const ofDay = async (): Promise<Appointment[]> =>
  (await counter.day(FIRST)).appointments.filter(({ status }: Appointment) => status !== "expired");
const held = async () => (await ofDay()).map(({ status, isForDraw }) => [status, isForDraw]);
/** Its secret is sealed twelve hours before. */
async function opens(time: string) {
  await desk.at(Temporal.PlainDateTime.from(time).subtract({ hours: 12 }).toString().slice(0, 16));
  await desk.at(time);
}
const draws = async () => (await counter.clerk.ask("GET", office.code)).body.draws;

test("what is held for a draw is told from a citizen's form, until somebody says that they come", async () => {
  await aCitizen(world).choose(office, FIRST, "12:00");
  expect(await held()).toEqual([
    ["held", true],
    ["held", true],
    ["held", false],
  ]);
  await opens(OPENS);
  const wish = await desk.wishes("person");
  await desk.at(CLOSES);
  await desk.run();
  expect((await desk.state(wish)).stands).toBe("drawn");
  expect(await held()).toEqual([
    ["held", true],
    ["held", true],
    ["held", false],
  ]);
  await desk.comes(wish);
  expect(await held()).toEqual([
    ["booked", false],
    ["held", true],
    ["held", false],
  ]);
});

test("no act is possible with it, and the answer says why", async () => {
  const [{ id, version }] = (await ofDay()).filter(({ isForDraw }) => isForDraw) as [Appointment];
  const alone = await counter.clerk.ask("GET", `${office.code}/appointments/${id}`);
  expect(alone.body).toMatchObject({ isForDraw: true, status: "held", service: "vehicle" });
  for (const act of ["arrival", "cancellation"]) {
    const { status, body } = await counter.act(id, act, { version, ...(act === "cancellation" && { body: {} }) });
    expect([status, body.code]).toEqual([409, "status-conflict"]);
    expect(body.title).toMatch(/κλήρωση/);
  }
});

test("an office says of which services it gives places by draw, and when wishes are taken next", async () => {
  const [later] = await draws();
  expect(later).toMatchObject({ service: "vehicle", next: { isOpen: false } });
  expect(later.next.firstDay > FIRST).toBe(true);
  await opens(later.next.opensAt.slice(0, 16));
  expect(await draws()).toEqual([{ service: "vehicle", next: { ...later.next, isOpen: true } }]);
  const other = await world.anOffice();
  const { body } = await (await world.aClerk(other)).ask("GET", other.code);
  expect(body.draws).toEqual([]);
});

test("where the head has ended it, a draw that goes on is said still", async () => {
  const [{ next }] = await draws();
  await desk.rows("delete from draw_office where office_id = $1", office.id);
  await desk.run();
  expect(await draws()).toEqual([{ service: "vehicle", next }]);
  await desk.at(next.closesAt.slice(0, 16));
  expect(await draws()).toEqual([{ service: "vehicle", next: null }]);
});
