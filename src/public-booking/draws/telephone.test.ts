import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aDrawDesk, CLOSES, type DrawDesk, FIRST, OPENS } from "../../../test/draw-desk.ts";
import { errorsOf } from "../../../test/ministry-person.ts";
import { aWorld, type Clerk, type TestOffice, type World } from "../../../test/world.ts";

let world: World;
let desk: DrawDesk;
let here: TestOffice;
let there: TestOffice;
let clerk: Clerk;
beforeAll(async () => {
  world = await aWorld();
  desk = await aDrawDesk(world, { mornings: [2] });
  [here, there] = desk.offices as [TestOffice, TestOffice];
  clerk = await world.aClerk(here);
});
afterAll(() => world.close());

const wish = (changes: object = {}, { by = clerk, office = here, key = randomUUID() } = {}) =>
  by.ask("POST", `${office.code}/draws/${desk.number}/wishes`, {
    key,
    body: {
      lastName: "Ροδακινιάς",
      firstName: "Σταύρος",
      phone: "694 555 0172",
      people: 1,
      dayParts: [{ date: FIRST, part: 0 }],
      offices: [here.code],
      first: "day",
      others: false,
      ...changes,
    },
  });
const calls = (by = clerk, office = here) => by.ask("GET", `${office.code}/draws/${desk.number}/calls`);
const answer = (number: string, answer: string, { by = clerk, office = here } = {}) =>
  by.ask("POST", `${office.code}/draws/${desk.number}/wishes/${number}/answer`, { body: { answer } });

test("a clerk writes a wish down, and the office calls: it comes, or gives the place to the next", async () => {
  expect((await wish()).body.code).toBe("draw-not-open");
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
  const { body: open } = await clerk.ask("GET", `${here.code}/draws/open`);
  expect(open.draws).toMatchObject([
    {
      number: desk.number,
      service: { code: "vehicle" },
      days: [{ date: FIRST, parts: [0] }],
      mostPeople: 4,
      offices: expect.arrayContaining([{ code: here.code, name: expect.any(String) }]),
    },
  ]);
  for (const [changes, ...told] of [
    [{ phone: "" }, "phone: field-required"],
    [{ phone: "123" }, "phone: phone-invalid"],
    [{ people: 5 }, "people: number-out-of-range"],
    [{ people: 0.5 }, "people: number-out-of-range"],
    [{ firstName: "" }, "firstName: first-name-required"],
    [{ dayParts: [], offices: [] }, "dayParts: draw-when-required", "offices: draw-where-required"],
    [
      { dayParts: [{ date: FIRST, part: 1 }], offices: ["9"] },
      "dayParts: draw-when-unknown",
      "offices: draw-where-unknown",
    ],
  ] as const)
    expect(errorsOf(await wish(changes))).toEqual([422, ...told]);
  // Where nothing is given by telephone nobody writes in vain.
  await world.owner.query("update draw set phone_percent = 0");
  expect((await wish()).body.code).toBe("draw-no-telephone");
  await world.owner.query("update draw set phone_percent = 100");
  // An office that gives nothing to a draw writes nothing for it.
  const elsewhere = { office: await world.anOffice() };
  const outsider = await world.aClerk(elsewhere.office);
  expect((await wish({}, { by: outsider, ...elsewhere })).body.code).toBe("draw-unknown");
  const { body: nothing } = await outsider.ask("GET", `${elsewhere.office.code}/draws/open`);
  expect(nothing).toEqual({ draws: [], calls: [] });
  const key = randomUUID();
  const [written, again] = [await wish({}, { key }), await wish({}, { key })];
  expect([written.status, again.body]).toEqual([201, written.body]);
  expect((await wish({ phone: "+306945550172" })).body.code).toBe("draw-wish-exists");
  const [entry] = await desk.rows("select employee_id, details from audit_entry where act = 'draw-wish-written'");
  expect(entry).toEqual({ employee_id: clerk.employeeId, details: { draw: desk.number, wish: written.body.number } });
  // Written here, wherever it is wished for; the colleague there calls nobody of it.
  const second = await wish({ phone: "2101234567", offices: [there.code, here.code] });
  const third = await wish({ phone: "2101234568" });
  expect([second.status, third.status]).toEqual([201, 201]);
  expect((await calls()).body.code).toBe("draw-not-drawn");

  await desk.at(CLOSES);
  await desk.run();
  await desk.run();
  clerk = await world.aClerk(here);
  const { body } = await calls();
  expect(body.calls).toHaveLength(3);
  expect(body.calls.map(({ stands }: { stands: string }) => stands)).toEqual(["drawn", "drawn", "drawn"]);
  const ofSecond = body.calls.find((call: { wish: string }) => call.wish === second.body.number);
  expect(ofSecond).toMatchObject({
    phone: "+302101234567",
    place: { date: FIRST, part: 0, time: expect.stringMatching(/^\d\d:\d\d$/) },
  });
  expect((await clerk.ask("GET", `${here.code}/draws/open`)).body).toMatchObject({
    draws: [],
    calls: [{ number: desk.number }],
  });
  expect(await desk.rows("select employee_id from audit_entry where act = 'draw-calls-viewed'")).toEqual([
    { employee_id: clerk.employeeId },
  ]);

  expect((await answer(second.body.number, "coming")).body).toEqual({ wish: second.body.number, answer: "coming" });
  expect((await answer(second.body.number, "coming")).status).toBe(200);
  expect((await answer(second.body.number, "left")).body.code).toBe("draw-is-visit");
  expect((await answer(third.body.number, "left")).status).toBe(200);
  const stands = async () =>
    Object.fromEntries(
      (await calls()).body.calls.map((call: { wish: string; stands: string }) => [call.wish, call.stands]),
    );
  expect(await stands()).toEqual({
    [written.body.number]: "drawn",
    [second.body.number]: "coming",
    [third.body.number]: "left",
  });
  const noted = await desk.rows(
    "select employee_id, details from audit_entry where act = 'draw-answer-noted' order by id",
  );
  expect(noted.at(-1)).toEqual({
    employee_id: clerk.employeeId,
    details: { draw: desk.number, wish: third.body.number, answer: "left" },
  });
  const visits = await desk.rows("select office_id, last_name from appointment where status = 'booked'");
  expect(visits).toEqual([{ office_id: there.id, last_name: "Ροδακινιάς" }]);

  // Another office of the same draw sees none of them, and answers for none.
  const stranger = await world.aClerk(there);
  expect((await calls(stranger, there)).body.calls).toEqual([]);
  const others = { by: stranger, office: there };
  for (const number of [written.body.number, second.body.number, "0000"])
    expect((await answer(number, "left", others)).body.code).toBe("draw-wish-over");
  expect((await calls(stranger)).status).toBe(404);
  expect((await answer(written.body.number, "left", { by: stranger })).status).toBe(404);
  expect((await stands())[written.body.number]).toBe("drawn");
  // Nor does anybody for a wish that its citizen wrote.
  const online = await desk.rows("select number from draw_wish where kind <> 'phone'");
  expect(online).toEqual([]);
});
