import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";

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

const queues = async () => (await desk.head.ask("GET", `${desk.office.code}/queues`)).body;
const queue = async (number: number) =>
  (await queues()).queues.find((one: { number: number }) => one.number === number);
const errorsOf = (reply: Reply) => [
  reply.status,
  ...(reply.body.errors ?? []).map((one: { code: string }) => one.code),
];

test("one with hours, active and public from the start, in one act that is taken back as one", async () => {
  const week = { "2": [{ opens: "10:00", closes: "14:00" }] };
  const hours = { from: "2026-11-24", week };
  const wish = { name: "Γρήγορη", employee: desk.head.employeeId, slotMinutes: 5, hours, active: true };
  expect(errorsOf(await desk.rule("POST", "queues", { ...wish, isPublic: true }))).toEqual([409]);
  expect((await desk.rule("POST", "queues", { ...wish, isPublic: true })).body.code).toBe("public-booking-closed");
  expect((await desk.rule("POST", "queues", { ...wish, hours: undefined })).body.code).toBe("queue-without-hours");
  expect((await desk.rule("POST", "queues", { ...wish, active: false, isPublic: true })).body.code).toBe(
    "public-must-be-active",
  );
  expect(errorsOf(await desk.rule("POST", "queues", { ...wish, hours: { from: "2026-11-23", week } }))).toEqual([
    422,
    "date-past",
  ]);
  expect((await queues()).queues, "nothing of it is done").toHaveLength(2);
  const made = await desk.rule("POST", "queues", wish);
  expect(await queue(3)).toMatchObject({ active: true, employee: { id: desk.head.employeeId } });
  expect((await desk.booked("13:05", { queue: 3 })).time).toBe("13:05");
  expect((await desk.rule("POST", `rule-changes/${made.body.change}/undo`)).status, "it is booked").toBe(409);

  const other = await desk.rule("POST", "queues", { name: "Δεύτερη", hours, active: true });
  expect((await desk.rule("POST", `rule-changes/${other.body.change}/undo`)).status).toBe(200);
  expect((await queues()).queues.filter(({ archived }: Reply["body"]) => !archived)).toHaveLength(3);
});

test("several at once are added all, or none", async () => {
  const hours = { from: "2026-11-24", week: { "2": [{ opens: "08:00", closes: "15:00" }] } };
  const of = (employee: number) => ({ employee, hours, active: true });
  const twice = await desk.rule("POST", "queues/additions", {
    queues: [of(desk.head.employeeId), of(desk.head.employeeId)],
  });
  expect(twice.body.code).toBe("employee-serves-two");
  expect((await queues()).queues).toHaveLength(2);
  await desk.rule("POST", "queues/additions", { queues: [of(desk.head.employeeId), of(desk.clerk.employeeId)] });
  expect((await queues()).queues.map(({ name, active }: Reply["body"]) => [name, active]).slice(2)).toEqual([
    ["Ουρά 3", true],
    ["Ουρά 4", true],
  ]);
});
