import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aBookingDesk, wish } from "../../../test/booking-desk.ts";
import { aRulesDesk, type RulesDesk } from "../../../test/rules-desk.ts";
import { aWorld, type Clerk, NOW, type Reply, type World } from "../../../test/world.ts";
import { sealSome } from "../seal/start-sealing.ts";

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

const trail = async (query = "", who: Clerk = desk.head): Promise<Reply> =>
  who.ask("GET", `${desk.office.code}/audit${query}`);
const about = (...ids: readonly string[]) => `?${ids.map((id) => `appointment=${id}`).join("&")}`;
const acts = ({ body }: Reply): string[] => body.entries.map(({ act }: Reply["body"]) => act);
const later = async (minutes: number) => {
  world.now = world.now.add({ minutes });
  await world.owner.query("update session set last_seen_at = $1", [world.now.toString()]);
};

test("an employee whose number is larger than any is no fault of the server", async () => {
  expect((await trail("?employee=2147483647")).body.entries).toEqual([]);
  const reply = await trail("?employee=2147483648");
  expect([reply.status, reply.body.errors]).toEqual([400, [expect.objectContaining({ field: "employee" })]]);
});

describe("who saw a person", () => {
  test("who booked, looked at the day meanwhile, searched, printed and opened it is told, the latest first", async () => {
    await desk.day();
    await later(20);
    const { id } = await desk.booked("12:00", { lastName: "Σταυράκης" });
    const other = await world.aClerk(desk.office);
    await other.ask("POST", `${desk.office.code}/appointment-searches`, { body: { text: "Σταυ" } });
    await other.ask("POST", `${desk.office.code}/appointment-searches`, { body: { text: "Άλλος" } });
    await later(1);
    await other.ask("GET", `${desk.office.code}/appointments/${id}`);
    await later(1);
    await desk.day();
    await later(1);
    await world.app.inject({
      url: `/api/offices/${desk.office.code}/day-sheets/2026-11-24`,
      headers: { cookie: desk.head.cookie },
    });
    const answer = await trail(about(id));
    expect(acts(answer)).toEqual([
      "day-printed",
      "day-viewed",
      "appointment-viewed",
      "person-searched",
      "appointment-booked",
    ]);
    expect(answer.body.entries.at(-1)).toMatchObject({
      kind: "changed",
      by: { id: desk.clerk.employeeId },
      appointment: { id, date: "2026-11-24", time: "12:00" },
    });
    expect(answer.body.by.map(({ entries }: Reply["body"]) => entries).sort()).toEqual([1, 2, 2]);
    expect(answer.body.total).toBe(5);
  });

  test("a look at a day counts while the person stood on it, neither before nor after a move; an open page counts", async () => {
    await desk.day("2026-11-25");
    await later(5);
    const { id } = await desk.booked("12:00", { date: "2026-11-25" });
    await later(20);
    await desk.day("2026-11-26");
    await desk.move(id, { date: "2026-11-26", time: "12:00", queue: 1 }, 1);
    await later(20);
    await desk.day("2026-11-25");
    const days = (await trail(about(id))).body.entries.flatMap(({ day }: Reply["body"]) => day ?? []);
    // Seen at 10:42 with the page open when it was booked at 10:47, and on the 26th as it was moved there.
    expect(days).toEqual(["2026-11-26", "2026-11-25"]);
  });

  test("what a change of rules did to the person is one of its entries", async () => {
    const { id } = await desk.booked("12:00", { date: "2026-11-25" });
    await later(11);
    await desk.ruled("exceptions", { kind: "closed", date: "2026-11-25", queue: 1, reason: "Απουσία" });
    expect(acts(await trail(about(id)))).toEqual(["exception-added", "consequences-viewed", "appointment-booked"]);
  });

  test("two persons are asked for at once, and nobody else's entries are told", async () => {
    const [one, two, three] = [await desk.booked("12:00"), await desk.booked("12:15"), await desk.booked("12:30")];
    expect((await trail(about(one.id, two.id))).body.total).toBe(2);
    expect((await trail(about(three.id))).body.total).toBe(1);
  });
});

describe("the page of the head", () => {
  test("by day, by kind, by employee, and page by page", async () => {
    for (let hour = 0; hour < 5; hour++)
      await desk.booked(`12:${String(hour * 10).padStart(2, "0")}`, { service: "signature" });
    await desk.head.ask("GET", `${desk.office.code}/days/2026-11-24`);
    expect((await trail("?from=2026-11-24&to=2026-11-24&kind=viewed")).body.entries[0].act).toBe("day-viewed");
    expect((await trail(`?employee=${desk.clerk.employeeId}`)).body.by).toHaveLength(2);
    const booked = (await trail(`?employee=${desk.clerk.employeeId}`)).body.total;
    expect(booked).toBeGreaterThan(0);
    expect((await trail("?to=2026-11-23&from=2026-11-23")).body.total).toBe(0);
    await world.owner.query(
      `insert into audit_entry (office_id, id, at, employee_id, act) select $1, gen_random_uuid(), $2, $3, 'signed-in'
       from generate_series(1, 150)`,
      [desk.office.id, world.now.toString(), desk.clerk.employeeId],
    );
    const first = await trail("?kind=signed-in");
    expect([first.body.entries.length, first.body.total]).toEqual([100, 150]);
    const looks = async () => (await desk.rows("audit_entry")).filter(({ act }) => act === "audit-viewed").length;
    const before = await looks();
    const second = await trail(`?kind=signed-in&before=${first.body.next}`);
    expect(await looks()).toBe(before);
    expect([second.body.entries.length, second.body.next]).toEqual([50, null]);
    const ids = [...first.body.entries, ...second.body.entries].map(({ id }: Reply["body"]) => id);
    expect(new Set(ids).size).toBe(150);
  });

  test("that it was asked stands there too, with whom it was about", async () => {
    const { id } = await desk.booked();
    await trail(about(id));
    await later(1);
    expect(acts(await trail(about(id)))).toEqual(["audit-viewed", "appointment-booked"]);
  });

  test("it says up to when entries are sealed, and how many wait", async () => {
    await desk.booked();
    expect((await trail()).body.sealed).toMatchObject({ until: null, signedOn: null });
    await sealSome({ db: world.database.db });
    expect((await trail()).body.sealed).toMatchObject({ until: "2026-11-24T10:42:00+02:00", waiting: 0 });
    expect((await trail()).body.sealed.waiting).toBe(1);
  });

  test("what the program does no more is still told, by one general word, and is of no kind", async () => {
    const { id } = await desk.booked("12:00");
    await world.owner.query(
      `insert into audit_entry (office_id, id, at, act, appointments) values ($1, gen_random_uuid(), $2, 'of-old-times', array[$3::uuid])`,
      [desk.office.id, NOW.add({ minutes: 1 }).toString(), id],
    );
    const [entry, booked] = (await trail(about(id))).body.entries;
    expect([entry, booked]).toMatchObject([{ act: "former", kind: null, by: null }, { act: "appointment-booked" }]);
    expect((await trail(`${about(id)}&kind=changed`)).body.total).toBe(1);
  });

  test("a clerk is refused, another office's head finds nothing, and of another office nothing is told", async () => {
    expect((await trail("", desk.clerk)).body.code).toBe("role-required");
    const other = await aRulesDesk(world);
    expect((await trail("", other.head)).body.code).toBe("office-not-found");
    const stranger = await aBookingDesk(world);
    const { id } = (await stranger.book(wish("12:00"))).body;
    expect((await trail(about(id))).body.total).toBe(0);
  });

  test("a day that is none, an id that is none and an unknown kind are refused", async () => {
    for (const query of ["?from=2026-02-30", "?appointment=x", "?kind=all", "?employee=x", "?before=x"])
      expect((await trail(query)).status, query).toBe(400);
  });

  test("no entry holds what was typed or read", async () => {
    await desk.booked("12:00", {
      lastName: "Ζαχαροπλάστης",
      phone: "6944123456",
      email: "z@example.gr",
      notes: "μυστικό",
    });
    for (const text of ["Ζαχαροπ", "6944123456"])
      await desk.clerk.ask("POST", `${desk.office.code}/appointment-searches`, { body: { text } });
    await desk.clerk.ask("POST", `${desk.office.code}/namesakes`, {
      body: { lastName: "Ζαχαροπλάστης", firstName: "Ελένη" },
    });
    const { rows } = await world.owner.query("select string_agg(details::text, ' ') as all from audit_entry");
    expect(rows[0].all).not.toMatch(/Ζαχαροπ|6944123456|z@example|μυστικό/i);
  });
});
