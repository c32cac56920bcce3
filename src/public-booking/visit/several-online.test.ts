import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aVisitDesk, DAY, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

/** Several people and services in one visit, as citizens hold, confirm and move it. */

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
afterEach(() => desk.close());

const FAMILY = "signature,vehicle;signature";
const row = async (status: string) => (await desk.rows("appointment")).find((each) => each.status === status);
const minutes = (of: { starts_at: Date; ends_at: Date }) => (of.ends_at.valueOf() - of.starts_at.valueOf()) / 60_000;

test("what each who comes needs is told in the letter, by no name", async () => {
  const { email, smtp } = desk;
  const companions = [{ lastName: "Γιασεμίδης", firstName: "Θωμάς", services: ["signature"] }];
  await desk.booked("09:00", { date: DAY, email, moreServices: ["vehicle"], companions });
  const booked = await row("booked");
  expect([minutes(booked), booked.companions.length]).toEqual([60, 1]);
  await desk.delivered(10);
  const letter = smtp.messages(email).at(-1)?.text ?? "";
  expect(letter).toMatch(/Άτομο 1:\s+Βεβαίωση γνησίου υπογραφής, Μεταβίβαση οχήματος/);
  expect(letter).toMatch(/Άτομο 2:\s+Βεβαίωση γνησίου υπογραφής/);
  expect(letter).toContain("- Βεβαίωση γνησίου υπογραφής: ταυτότητα");
  expect(letter).not.toContain("Θωμάς");
});

test("what staff have booked for several is moved by its link for as long as it takes", async () => {
  const { email, citizen } = desk;
  const companions = [{ lastName: "Γιασεμίδης", firstName: "Θωμάς", services: ["vehicle"] }];
  const { minutes: before } = await desk.booked("09:00", { date: DAY, email, companions });
  expect(before).toBe(45);
  await desk.delivered(10);
  const link = desk.linkTo(email);
  expect((await citizen.see(link)).text).toContain("Μεταβίβαση οχήματος");
  const taken = { date: DAY, queue: 1, lastName: "Α", firstName: "Β", service: "signature" };
  await desk.book({ ...taken, time: "10:30" });
  await world.owner.query("update queue set is_public = number = 1 where office_id = $1", [desk.office.id]);
  expect((await desk.press(link, "hold", { at: `${DAY}T10:00` }, `days/${DAY}`)).headers.location).not.toBe(
    `${link}/move`,
  );
  await desk.press(link, "hold", { at: `${DAY}T11:00` }, `days/${DAY}`);
  expect((await desk.press(link, "move")).headers.location).toBe(`${link}?done=moved`);
  const moved = (await desk.rows("appointment")).find(({ last_name }) => last_name === "Παπαδοπούλου");
  expect([minutes(moved), moved.companions, moved.starts_at.toISOString().slice(11, 16)]).toEqual([
    45,
    companions,
    "09:00",
  ]);
});

test.each([
  // As long as the limit counts no more than visits, nobody takes hours by an address.
  FAMILY,
  "signature,signature",
  "signature,unheard-of",
  "signature,signature,signature,signature",
  "signature;signature;signature;signature;signature",
  "signature;",
  ";signature",
  "signature;;signature",
])("%j is nothing that citizens may hold", async (service) => {
  const { status } = await desk.citizen.choose(desk.office, DAY, "09:00", service);
  expect(status).toBeGreaterThanOrEqual(404);
  expect(await desk.rows("appointment")).toEqual([]);
  expect(
    (await desk.citizen.see(`/book/offices/${desk.office.code}?service=${encodeURIComponent(service)}`)).status,
  ).not.toBe(500);
});
