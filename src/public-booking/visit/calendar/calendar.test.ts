import { randomBytes, randomUUID } from "node:crypto";
import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deskOf } from "../../../../test/booking-desk.ts";
import { aVisitDesk, DAY, SITE, type VisitDesk } from "../../../../test/visit-desk.ts";
import { aWorld, type Clerk, NOW, type World } from "../../../../test/world.ts";
import type { App } from "../../../platform/http/server.ts";

/** A calendar asks for an appointment by a key of its own. */
let world: World;
let desk: VisitDesk;
beforeAll(async () => {
  world = await aWorld({ PUBLIC_BASE_URL: SITE });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aVisitDesk(world);
});
afterEach(() => desk.close());

/** Makes one on the page of the link. @returns its path */
async function calendarOf(link: string): Promise<string> {
  const { status, headers } = await desk.press(link, "calendar");
  expect([status, headers.location]).toEqual([303, expect.stringMatching(/^\/calendar\/[\w-]{43}$/)]);
  return `${headers.location}/visit.ics`;
}

const look = (path: string, headers: Readonly<Record<string, string>> = {}, app: App = world.app) =>
  app.inject({ method: "GET", url: path, headers });

async function eventAt(path: string) {
  const { statusCode, body } = await look(path);
  expect(statusCode).toBe(200);
  const [event, ...more] = new ICAL.Component(ICAL.parse(body)).getAllSubcomponents("vevent");
  expect(more).toEqual([]);
  const { uid, sequence, startDate, location } = new ICAL.Event(event);
  const at = `${startDate}`.slice(0, 16);
  return { uid, sequence, at, location, status: event?.getFirstPropertyValue("status") };
}

const rowOf = async () => (await desk.rows("appointment")).find(({ status }) => status === "booked");
const letters = () => desk.smtp.messages(desk.email);
const uidOf = (calendar: string | null | undefined) => /^UID:(\S+)/m.exec(calendar ?? "")?.[1];

test("the page says what it means, and the address tells when and where: neither who, what for nor the code", async () => {
  const link = await desk.bookedOnline("09:00");
  const { text } = await desk.citizen.see(`${link}/calendar`);
  expect(text).toContain("βλέπει πότε και σε ποιο ΚΕΠ έχετε ραντεβού");
  expect(text).not.toContain("Υπάρχει ήδη μια διεύθυνση");
  const path = await calendarOf(link);
  const page = await desk.citizen.see(path.replace("/visit.ics", ""));
  expect(page.html).toContain(`href="${SITE.replace("https", "webcal")}${path}"`);
  expect(page.html).toContain(`>${SITE}${path}<`);

  const { headers, body } = await look(path);
  expect(headers).toMatchObject({
    "content-type": "text/calendar; charset=utf-8",
    "cache-control": "private, no-cache",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
  });
  expect(body).toMatch(/\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n/);
  const unfolded = body.replaceAll("\r\n ", "");
  const { reference, id } = await rowOf();
  for (const word of [
    "Παπαδοπούλου",
    "Ελένη",
    desk.email,
    "υπογραφής",
    "ταυτότητα",
    reference,
    "ATTENDEE",
    "DESCRIPTION:Βε",
  ])
    expect(unfolded).not.toContain(word);
  expect(unfolded.replaceAll(/\s/g, "")).not.toContain(reference);
  await desk.delivered();
  expect(uidOf(unfolded)).toBe(uidOf(letters().at(-1)?.calendar));
  const [event] = Object.values(nodeIcal.sync.parseICS(body)).filter((part) => part?.type === "VEVENT") as VEvent[];
  expect(event?.start.toISOString()).toBe("2026-11-25T07:00:00.000Z");
  expect(await eventAt(path)).toEqual({
    uid: expect.stringContaining(id),
    sequence: expect.any(Number),
    at: `${DAY}T09:00`,
    location: expect.stringContaining(`ΚΕΠ Δοκιμής ${desk.office.code}`),
    status: "CONFIRMED",
  });
});

test("its key stands nowhere but with whoever was given it", async () => {
  const path = await calendarOf(await desk.bookedOnline());
  await look(path);
  const token = path.split("/")[2] as string;
  const { rows } = await world.owner.query("select tablename as name from pg_tables where schemaname = 'public'");
  for (const { name } of rows) {
    const found = await world.owner.query(
      `select count(*)::int as count from ${name} as one where strpos(one::text, $1) > 0`,
      [token],
    );
    expect([name, found.rows[0].count]).toEqual([name, 0]);
  }
});

test("what is as it was travels once, also by another process and later; what has changed has another mark", async () => {
  const link = await desk.bookedOnline("09:00");
  const path = await calendarOf(link);
  const { etag } = (await look(path)).headers as { readonly etag: string };
  world.now = world.now.add({ minutes: 10 });
  const again = await look(path, { "if-none-match": `"other", ${etag}` }, await world.another());
  expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, "", etag]);
  const first = await eventAt(path);
  const { id, version } = await rowOf();
  expect((await desk.move(id, { date: DAY, time: "10:00", queue: 1 }, version)).status).toBe(200);
  const moved = await look(path, { "if-none-match": etag });
  expect([moved.statusCode, moved.headers.etag === etag]).toEqual([200, false]);
  const second = await eventAt(path);
  expect([second.at, second.uid, second.sequence > first.sequence]).toEqual([`${DAY}T10:00`, first.uid, true]);
});

test("what was cancelled is told so until it would have been over", async () => {
  const link = await desk.bookedOnline("09:00");
  const path = await calendarOf(link);
  const { sequence } = await eventAt(path);
  await desk.press(link, "cancel");
  const gone = await eventAt(path);
  expect([gone.status, gone.sequence > sequence]).toEqual(["CANCELLED", true]);
  world.now = Temporal.Instant.from(`${DAY}T09:14:00+02:00`);
  expect((await eventAt(path)).status).toBe("CANCELLED");
  world.now = Temporal.Instant.from(`${DAY}T09:15:00+02:00`);
  expect((await look(path)).statusCode).toBe(404);
});

describe("it ends", () => {
  const answers = async (path: string) => {
    const { statusCode, body } = await look(path);
    return [statusCode, body.includes("BEGIN:VCALENDAR")];
  };
  const OVER = [404, false];

  test("when another one is made, and when that is ended", async () => {
    const link = await desk.bookedOnline();
    const [first, second] = [await calendarOf(link), await calendarOf(link)];
    expect([await answers(first), (await answers(second))[0]]).toEqual([OVER, 200]);
    expect((await desk.citizen.see(`${link}/calendar`)).text).toContain("Υπάρχει ήδη μια διεύθυνση");
    const ended = await desk.press(link, "calendar/end", {}, "calendar");
    expect((await desk.citizen.see(String(ended.headers.location))).text).toContain(
      "Κανένα ημερολόγιο δεν ακολουθεί πια",
    );
    expect(await answers(second)).toEqual(OVER);
  });

  test("with the visit, with its e-mail, and with the person", async () => {
    const link = await desk.bookedOnline("09:00");
    const path = await calendarOf(link);
    const { id, version } = await rowOf();
    const erased = await desk.bookedOnline("10:00", `two${desk.email}`);
    const other = await calendarOf(erased);
    await desk.change(id, { email: "somebody@example.gr" }, version);
    expect(await answers(path)).toEqual(OVER);
    expect((await answers(other))[0]).toBe(200);
    const { rows } = await world.owner.query("select id from appointment where office_id = $1 and email = $2", [
      desk.office.id,
      `two${desk.email}`,
    ]);
    await world.owner.query("select anonymize($1, array[$2::uuid], now())", [desk.office.id, rows[0].id]);
    expect(await answers(other)).toEqual(OVER);
    const last = await calendarOf(await desk.bookedOnline("11:00", `three${desk.email}`));
    world.now = Temporal.Instant.from(`${DAY}T11:15:00+02:00`);
    expect(await answers(last)).toEqual(OVER);
  });

  test("and answers like one that never was", async () => {
    const link = await desk.bookedOnline();
    const path = await calendarOf(link);
    await desk.press(link, "calendar/end", {}, "calendar");
    const [over, forged] = [
      await look(path),
      await look(`/calendar/${randomBytes(32).toString("base64url")}/visit.ics`),
    ];
    expect([over.statusCode, over.body]).toEqual([forged.statusCode, forged.body]);
  });
});

test("a calendar's key opens nothing else, and no other key opens a calendar", async () => {
  const link = await desk.bookedOnline();
  const key = (await calendarOf(link)).split("/")[2];
  const before = await rowOf();
  const PARTS = [
    "",
    "/days",
    `/days/${DAY}`,
    "/cancel",
    "/cancelled",
    "/address",
    "/seen",
    "/needs",
    "/wish",
    "/offer",
    "/waiting",
  ];
  for (const part of [...PARTS, "/less", "/coming", "/done", "/calendar", "/calendar.ics"])
    expect([part, (await look(`/link/${key}${part}`)).statusCode]).toEqual([part, 404]);
  expect((await look(`/line/${key}`)).statusCode).toBe(404);
  const { html } = await desk.citizen.see(`/calendar/${key}`);
  expect(html).not.toMatch(/name="mark"/);
  for (const part of ["cancel", "move", "address", "calendar", "calendar/end"])
    expect((await desk.citizen.send(`/link/${key}/${part}`, { version: "1" })).status).toBe(403);
  expect(await rowOf()).toEqual(before);
  const manage = link.split("/").at(-1);
  for (const path of [`/calendar/${manage}`, `/calendar/${manage}/visit.ics`])
    expect((await look(path)).statusCode).toBe(404);
});

test("whoever asks too often by one key waits, and the others do not", async () => {
  const [one, other] = [
    await calendarOf(await desk.bookedOnline("09:00")),
    await calendarOf(await desk.bookedOnline("10:00", `two${desk.email}`)),
  ];
  for (let count = 0; count < 60; count++) expect((await look(one)).statusCode).toBe(200);
  const refused = await look(one);
  expect([refused.statusCode, Number(refused.headers["retry-after"]) > 0]).toEqual([429, true]);
  expect((await look(other)).statusCode).toBe(200);
});

describe("to another office", () => {
  let there: VisitDesk;
  let clerk: Clerk;
  beforeEach(async () => {
    there = await aVisitDesk(world);
    clerk = await world.aClerk(desk.office, there.office);
  });
  afterEach(() => there.close());

  interface Place {
    readonly office: string;
    readonly id: string;
    readonly version: number;
  }
  async function given({ office, id, version }: Place, to: VisitDesk, time: string): Promise<Place> {
    const body = { office: to.office.code, date: DAY, time, queue: 1 };
    const reply = await clerk.ask("POST", `${office}/appointments/${id}/transfer`, {
      body,
      version,
      key: randomUUID(),
    });
    expect(reply.status).toBe(200);
    return reply.body;
  }

  test("it follows, there and on, by the same address to the same entry", async () => {
    const path = await calendarOf(await desk.bookedOnline("09:00"));
    const first = await eventAt(path);
    const { id, version } = await rowOf();
    const moved = await given({ office: desk.office.code, id, version }, there, "10:00");
    const second = await eventAt(path);
    expect(second).toMatchObject({ uid: first.uid, at: `${DAY}T10:00`, status: "CONFIRMED" });
    expect(second.location).toContain(there.office.code);
    await desk.delivered();
    expect(uidOf(letters().at(-1)?.calendar)).toBe(first.uid);
    await given(moved, desk, "09:30");
    const third = await eventAt(path);
    expect(third).toMatchObject({ uid: first.uid, at: `${DAY}T09:30`, status: "CONFIRMED" });
    expect([second.sequence > first.sequence, third.sequence > second.sequence]).toEqual([true, true]);
    await deskOf(desk.office, clerk).act((await rowOf()).id, "cancellation", { body: {}, version: 1 });
    expect((await eventAt(path)).status).toBe("CANCELLED");
  });

  test("looked at while it goes there and back, at two processes, it is never gone and never cancelled", async () => {
    const path = await calendarOf(await desk.bookedOnline("09:00"));
    await world.owner.query("delete from limit_count");
    const apps = [world.app, await world.another()];
    const { id, version } = await rowOf();
    let visit: Place = { office: desk.office.code, id, version };
    let isOver = false;
    const seen = new Set<string>();
    let looks = 0;
    const looking = apps.map(async (app) => {
      while (!isOver) {
        const { statusCode, body } = await look(path, {}, app);
        seen.add(`${statusCode} ${/^STATUS:\w+/m.exec(body)?.[0]} ${/LOCATION:ΚΕΠ Δοκιμής (\d+)/.exec(body)?.[1]}`);
        if (++looks % 40 === 0) await world.owner.query("delete from limit_count");
      }
    });
    for (let turn = 0; turn < 12; turn++)
      visit = await given(visit, turn % 2 === 0 ? there : desk, turn % 2 === 0 ? "10:00" : "09:00");
    isOver = true;
    await Promise.all(looking);
    expect(looks).toBeGreaterThan(20);
    expect([...seen].toSorted()).toEqual(
      [desk, there].map(({ office }) => `200 STATUS:CONFIRMED ${office.code}`).toSorted(),
    );
  });
});
