import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aDrawDesk, type DrawDesk, FIRST, OPENS } from "../../../test/draw-desk.ts";
import { errorsOf } from "../../../test/ministry-person.ts";
import { aWorld, type Clerk, type TestOffice, type World } from "../../../test/world.ts";

let world: World;
let desk: DrawDesk;
let office: TestOffice;
let clerk: Clerk;
beforeAll(async () => {
  world = await aWorld();
  desk = await aDrawDesk(world, { mornings: [4], terms: { need_percent: 50 } });
  office = desk.offices[0] as TestOffice;
  clerk = await world.aClerk(office);
});
afterAll(() => world.close());

const person = { lastName: "Ροδακινιάς", firstName: "Σταύρος", phone: "6945550172" };
const times = async (): Promise<string[]> => {
  const { body } = await clerk.ask("GET", `${office.code}/draws/open`);
  return body.draws[0].free.map(({ time }: { time: string }) => time);
};
const show = (time: string, changes: object = {}, by = clerk, key = randomUUID()) =>
  by.ask("POST", `${office.code}/draws/${desk.number}/need`, {
    key,
    body: { deadline: "2026-12-22", date: FIRST, time, ...person, ...changes },
  });

test("whoever shows a deadline has a place before the draw: a visit by the employee, and nothing of the document", async () => {
  expect((await show("09:00")).body.code).toBe("draw-not-open");
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
  const [first] = (await times()) as [string];
  for (const [changes, told] of [
    [{ deadline: "2026-12-28" }, "deadline: draw-deadline-late"],
    [{ deadline: "2026-11-29" }, "deadline: date-past"],
    [{ phone: " " }, "phone: field-required"],
    [{ lastName: "" }, "lastName: last-name-required"],
  ] as const)
    expect(errorsOf(await show(first, changes))).toEqual([422, told]);
  expect((await show("23:00")).body.code).toBe("slot-taken");
  const key = randomUUID();
  const [given, again] = [await show(first, {}, clerk, key), await show(first, {}, clerk, key)];
  expect([given.status, given.body.need, again.body]).toEqual([201, { given: 1, most: 2 }, given.body]);
  const { body: visit } = await clerk.ask("GET", `${office.code}/appointments/${given.body.id}`);
  expect(visit).toMatchObject({
    status: "booked",
    channel: "in-person",
    lastName: "Ροδακινιάς",
    time: first,
    phone: "+306945550172",
  });
  const { body: history } = await clerk.ask("GET", `${office.code}/appointments/${given.body.id}/history`);
  expect(history.events.map(({ kind, by }: { kind: string; by: string }) => [kind, by !== null])).toEqual([
    ["booked", true],
  ]);
  const [entry] = await desk.rows(
    "select employee_id, details, appointments from audit_entry where act = 'draw-need-shown'",
  );
  expect(entry).toEqual({
    employee_id: clerk.employeeId,
    details: { draw: desk.number },
    appointments: [given.body.id],
  });
  expect((await show(first)).body.code).toBe("slot-taken");

  const [open] = (await clerk.ask("GET", `${office.code}/draws/open`)).body.draws;
  expect([open.need, open.latestDeadline]).toEqual([{ given: 1, most: 2 }, "2026-12-27"]);
  // One is left, and three ask for it at once.
  const free = (await times()) as string[];
  const all = await Promise.all(free.slice(0, 3).map((time) => show(time)));
  expect(all.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(all.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual([
    "draw-need-full",
    "draw-need-full",
  ]);
  expect(await desk.rows("select count(*)::int as n from draw_place where state = 'need'")).toEqual([{ n: 2 }]);
});

test("who shows a deadline when no place is left is counted, of no office and of nobody, once for one press", async () => {
  const note = (by: number, key = randomUUID(), who = clerk) =>
    who.ask("POST", `${office.code}/draws/${desk.number}/need/in-vain`, { key, body: { takeBack: by < 0 } });
  const key = randomUUID();
  expect([(await note(1, key)).body, (await note(1, key)).body]).toEqual([{ inVain: 1 }, { inVain: 1 }]);
  expect((await note(1)).body).toEqual({ inVain: 2 });
  expect((await note(-1)).body).toEqual({ inVain: 1 });
  const stranger = await world.aClerk(await world.anOffice());
  expect((await note(1, randomUUID(), stranger)).status).toBe(404);
  const entries = await desk.rows("select details, appointments from audit_entry where act = 'draw-need-in-vain'");
  expect(entries).toEqual([1, 1, -1].map((by) => ({ details: { draw: desk.number, by }, appointments: null })));
});

test("a place by need that is given up, or moved, while wishes are taken is drawn with the others", async () => {
  const visits = await desk.rows("select hold, starts_at from draw_place where state = 'need' order by starts_at");
  const versionOf = async (id: string) =>
    (await desk.rows("select version from appointment where id = $1", id))[0].version as number;
  const [first, second] = visits.map(({ hold }) => hold as string) as [string, string];
  const freeIn = () => desk.rows("select hold from draw_place where draw = $1 and state = 'free'", desk.number);
  const before = (await freeIn()).length;
  const cancelled = await desk.mail.act(first, "cancellation", { body: {}, version: await versionOf(first) });
  expect(cancelled.status).toBe(200);
  const moved = await clerk.ask("POST", `${office.code}/appointments/${second}/move`, {
    body: { date: "2026-12-16", time: "10:00", queue: 1 },
    version: await versionOf(second),
    key: randomUUID(),
  });
  expect(moved.status).toBe(200);
  expect((await freeIn()).length).toBe(before + 2);
  expect(await desk.rows("select * from freed_place")).toEqual([]);
  const [open] = (await clerk.ask("GET", `${office.code}/draws/open`)).body.draws;
  expect(open.need).toEqual({ given: 0, most: 2 });
  const inVain = { key: randomUUID(), body: { takeBack: false } };
  const early = await clerk.ask("POST", `${office.code}/draws/${desk.number}/need/in-vain`, inVain);
  expect(early.body.code).toBe("draw-need-left");
});

test("another office's clerk, a draw that there is not, and whoever comes later are refused", async () => {
  const stranger = await world.aClerk(desk.offices[1] as TestOffice);
  expect((await show("09:00", {}, stranger)).status).toBe(404);
  const elsewhere = await world.anOffice();
  const there = await world.aClerk(elsewhere);
  const body = { deadline: "2026-12-22", date: FIRST, time: "09:00", ...person };
  const asked = (draw: number) =>
    there.ask("POST", `${elsewhere.code}/draws/${draw}/need`, { key: randomUUID(), body });
  expect([(await asked(desk.number)).body.code, (await asked(9_999)).body.code]).toEqual([
    "draw-unknown",
    "draw-unknown",
  ]);
  await desk.at("2026-12-04T12:00");
  clerk = await world.aClerk(office);
  expect((await show((await times())[0] as string)).body.code).toBe("draw-need-over");
});
