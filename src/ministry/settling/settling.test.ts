import { afterAll, beforeAll, expect, test } from "vitest";
import { aMinistryPerson, type MinistryPerson, theOfficeOfCrete } from "../../../test/ministry-person.ts";
import { aRulesDesk, type RulesDesk } from "../../../test/rules-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { createLogger } from "../../platform/log.ts";
import { sweepAll } from "../sweep.ts";

let world: World;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
  athina = await aMinistryPerson(world);
});
afterAll(() => world.close());

const DAY = "2026-11-26";

const close = async (region: string | null, from: string) => {
  expect((await athina.post("closures", { region, from, to: from, reason: "Απεργία" })).status).toBe(201);
  await sweepAll({ db: world.database.db, clock: () => world.now, log: createLogger("silent") });
};
const settling = async () => (await athina.rule("GET", "closures/settling")).body.closures;
const counts = async () =>
  (await settling()).map(({ appointments, undecided, offices, untouched }: Record<string, number>) => [
    appointments,
    undecided,
    offices,
    untouched,
  ]);

async function decideOn(desk: RulesDesk, id: string, act: "keep" | "move"): Promise<void> {
  const { appointments } = (await desk.head.ask("GET", `${desk.office.code}/work-list`)).body;
  const { appointment, place } = appointments.find(
    (each: { appointment: { id: string } }) => each.appointment.id === id,
  );
  const { version } = appointment;
  const decision = act === "move" ? { act, id, version, to: place } : { act, id, version };
  const reply = await desk.rule("POST", "work-list", { decisions: [decision] });
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
}

test("of each closure that concerns somebody it is told how many are settled: moved, cancelled or kept knowingly", async () => {
  await theOfficeOfCrete(world);
  const desk = await aRulesDesk(world);
  await desk.booked("09:00", { date: DAY });
  const own = await aRulesDesk(world);
  await world.owner.query("update office set region = 'Κρήτη' where id = $1", [own.office.id]);
  const ids: string[] = [];
  ids.push((await own.booked("09:00", { date: DAY, phone: "6944123456" })).id);
  for (const time of ["09:15", "09:30", "09:45"]) ids.push((await own.booked(time, { date: DAY })).id);
  await close("Κρήτη", DAY);
  await close(null, "2026-12-03");
  expect(await settling()).toEqual([
    {
      id: expect.any(String),
      region: "Κρήτη",
      reason: "Απεργία",
      createdAt: "2026-11-24T10:42:00+02:00",
      from: "2026-11-26T00:00:00+02:00",
      to: "2026-11-27T00:00:00+02:00",
      appointments: 4,
      undecided: 4,
      unreachable: 3,
      offices: 1,
      untouched: 1,
    },
  ]);
  const [moved, kept, cancelled] = ids as [string, string, string];
  await decideOn(own, moved, "move");
  expect(await counts()).toEqual([[4, 3, 1, 0]]);
  await decideOn(own, kept, "keep");
  expect(await counts()).toEqual([[4, 2, 1, 0]]);
  await own.act(cancelled, "cancellation", { body: {}, version: 1 });
  expect(await counts()).toEqual([[4, 1, 1, 0]]);
  await close(null, DAY);
  // The one that was kept knowingly stands there, and is decided.
  expect(await counts()).toEqual([
    [3, 2, 2, 1],
    [4, 1, 1, 0],
  ]);
});

test("nobody but the ministry is told", async () => {
  const desk = await aRulesDesk(world);
  expect((await desk.head.ask("GET", "/api/ministry/closures/settling")).status).toBe(403);
});
