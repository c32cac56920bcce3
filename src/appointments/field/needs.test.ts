import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { switchNeeds } from "../../../test/ministry-person.ts";
import { aPartner, type TestPartner } from "../../../test/partner.ts";
import { aVisitDesk, DAY, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { visitExports } from "../../retention/subject/export-sql.ts";

/** What is to be ready for a visit: from whoever says so to wherever it is read, and where it is not. */

let world: World;
let desk: VisitDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aVisitDesk(world);
  await switchNeeds(world, true);
});

const own = async (id: string) => (await desk.clerk.ask("GET", `${desk.office.code}/appointments/${id}`)).body;
const onPaper = async (path: string) =>
  (
    await world.app.inject({
      url: `/api/offices/${desk.office.code}/${path}`,
      headers: { cookie: desk.clerk.cookie },
    })
  ).body;
const sheet = () => onPaper(`day-sheets/${DAY}`);
const stored = async (id: string) =>
  (await world.owner.query("select needs, interpreter from appointment where id = $1", [id])).rows[0];
const WHO = { who: "self", lastName: "Hoxha", firstName: "Arta" };
const SAID = /wheelchair|guide dog|sign language|αμαξίδιο|νοηματική|σκύλος/i;

test("a citizen ticks online: check, panel, sheet and history know; no letter, calendar, slip or search does", async () => {
  const { citizen, office, email, smtp } = desk;
  await citizen.choose(office, DAY, "09:00");
  const page = await citizen.see("/en/book/who");
  expect(page.text).toContain("By ticking you agree that only those who work at the office see it");
  expect(page.html).not.toContain(" checked><span>Room");
  const typed = { ...WHO, interpreter: "gss", "need-wheelchair": "yes", "need-guide-dog": "yes", "need-money": "yes" };
  const faulty = await citizen.send("/en/book/who", { ...typed, lastName: "" });
  expect([faulty.status, faulty.html.match(/ checked><span>/g)?.length]).toEqual([422, 2]);
  await citizen.send("/en/book/who", typed);
  const again = await citizen.see("/en/book/who");
  expect(again.html).toMatch(/<option value="gss" selected>Greek Sign Language<\/option>/);
  expect((await citizen.see("/en/book/check")).text).toMatch(
    /To be ready\s+Interpreter: Greek Sign Language, An entrance without steps and room for a wheelchair, Room for a guide dog/,
  );
  await citizen.confirm({ how: "email", email }, "/en");
  await desk.delivered(0);
  await desk.press(desk.linkTo(email), "confirm", {}, "");
  await desk.delivered(0);
  const [{ id }] = (await desk.day(DAY)).appointments;
  expect(await own(id)).toMatchObject({ interpreter: "gss", needs: ["wheelchair", "guide-dog"] });
  expect(await sheet()).toContain("Arta, διερμ. Ελληνική νοηματική, Αμαξίδιο, Σκύλος-οδηγός");
  for (const letter of smtp.messages(email)) expect(JSON.stringify(letter)).not.toMatch(SAID);
  expect(await onPaper(`appointments/${id}/slip`)).not.toMatch(SAID);
  const found = await desk.clerk.ask("POST", `${office.code}/appointment-searches`, { body: { text: "Hoxha" } });
  expect(found.body.people).toHaveLength(1);
  expect(JSON.stringify(found.body)).not.toMatch(/needs|wheelchair|gss/);
  const words = await world.owner.query("select word from appointment_word where appointment_id = $1", [id]);
  expect(JSON.stringify(words.rows)).not.toMatch(/wheel|gss/);
});

test("by the link its citizen says it, changes it and takes it back; pressed twice it is changed once", async () => {
  const link = await desk.bookedOnline();
  await desk.delivered(0);
  const [{ id, version }] = (await desk.day(DAY)).appointments;
  const before = desk.smtp.messages(desk.email).length;
  expect((await desk.citizen.see(link)).html).toContain(`href="${link}/needs"`);
  const ticked = { interpreter: "", "need-attendant": "yes" };
  const done = await desk.press(link, "needs", ticked);
  expect(done.headers.location).toBe(`${link}?done=needs`);
  expect(await own(id)).toMatchObject({ needs: ["attendant"], version: version + 1 });
  expect((await desk.citizen.see(link)).text).toContain("Θέση για συνοδό που με βοηθά");
  await desk.press(link, "needs", ticked);
  expect((await own(id)).version).toBe(version + 1);
  const page = await desk.citizen.see(`${link}/needs`);
  const mark = /name="mark" value="([^"]*)"/.exec(page.html)?.[1] ?? "";
  const stale = await desk.citizen.send(`${link}/needs`, { mark, version: String(version) });
  expect([stale.status, (await own(id)).needs]).toEqual([412, ["attendant"]]);
  await desk.press(link, "needs", {});
  expect(await stored(id)).toEqual({ needs: [], interpreter: null });
  expect((await desk.history(id))[0].changes).toEqual([{ field: "needs", from: ["attendant"], to: [] }]);
  await desk.delivered(0);
  expect(desk.smtp.messages(desk.email)).toHaveLength(before);
});

test("a clerk says so, and takes it back; each once, in the order of the list, and nothing else", async () => {
  const { booked, book } = desk;
  const { id, version, needs } = await booked("10:00", {
    date: DAY,
    interpreter: "uk",
    needs: ["guide-dog", "wheelchair", "guide-dog"],
  });
  expect([needs, (await stored(id)).needs]).toEqual([
    ["wheelchair", "guide-dog"],
    ["wheelchair", "guide-dog"],
  ]);
  const less = (await desk.change(id, { needs: ["wheelchair"], interpreter: null }, version)).body;
  expect([less.needs, less.interpreter]).toEqual([["wheelchair"], null]);
  const other = { date: DAY, time: "11:00", queue: 1, lastName: "Α", firstName: "Β", service: "signature" };
  for (const wish of [{ interpreter: "klingon" }, { needs: ["an ear trumpet"] }, { needs: "wheelchair" }])
    expect([wish, (await book({ ...other, ...wish })).status]).toEqual([wish, 400]);
});

test("while it is off nobody can say what tells of health, by any way; what was said may stay, and go", async () => {
  const said = await desk.booked("10:00", { date: DAY, needs: ["wheelchair"], interpreter: "gss" });
  const link = await desk.bookedOnline();
  const { citizen, office, email } = desk;
  await citizen.choose(office, DAY, "09:30");
  const typed = { ...WHO, interpreter: "gss", "need-wheelchair": "yes" };
  await citizen.send("/en/book/who", typed);
  const early = aCitizen(world);
  await early.choose(office, DAY, "12:30");
  await early.send("/en/book/who", typed);
  await early.confirm({ how: "email", email: "early@example.gr" }, "/en");
  await desk.delivered(0);
  await switchNeeds(world, false);
  const late = await desk.press(desk.linkTo("early@example.gr"), "confirm", {}, "");
  expect(late.status).toBe(303);

  const page = await citizen.see("/en/book/who");
  expect(page.html).not.toContain('value="gss"');
  expect(page.html).toContain('value="sq"');
  await citizen.send("/en/book/who", typed);
  expect((await citizen.see("/en/book/check")).text).not.toMatch(SAID);
  await citizen.confirm({ how: "email", email }, "/en");
  await desk.delivered(0);
  await desk.press(desk.linkTo(email), "confirm", {}, "");
  const refused = { status: 422, errors: [{ field: "needs", code: "need-not-offered" }] };
  const sign = { status: 422, errors: [{ field: "interpreter", code: "need-not-offered" }] };
  const wish = { date: DAY, time: "11:00", queue: 1, lastName: "Α", firstName: "Β", service: "signature" };
  expect((await desk.book({ ...wish, needs: ["wheelchair"] })).body).toMatchObject(refused);
  expect((await desk.book({ ...wish, interpreter: "gss" })).body).toMatchObject(sign);
  expect((await desk.change(said.id, { needs: ["wheelchair", "guide-dog"] }, said.version)).body).toMatchObject(
    refused,
  );
  const partner = await aPartner(world);
  expect((await byPartner(partner, { needs: ["wheelchair"] })).body).toMatchObject(refused);
  expect((await byPartner(partner, { interpreter: "gss" })).body).toMatchObject(sign);
  await desk.press(link, "needs", { "need-wheelchair": "yes" });

  const { rows } = await world.owner.query(
    "select id from appointment where office_id = $1 and (needs <> '{}' or interpreter is not null)",
    [office.id],
  );
  expect(rows).toEqual([{ id: said.id }]);
  const noted = (await desk.change(said.id, { notes: "μόνη της" }, said.version)).body;
  expect([noted.needs, noted.interpreter]).toEqual([["wheelchair"], "gss"]);
  const gone = (await desk.change(said.id, { needs: [], interpreter: null }, noted.version)).body;
  expect([gone.needs, gone.interpreter]).toEqual([[], null]);
});

test("an accredited system says it while it is on, and is not told of it again", async () => {
  const partner = await aPartner(world);
  const { status, body } = await byPartner(partner, { needs: ["attendant"], interpreter: "ar" });
  expect([status, JSON.stringify(body)]).toEqual([201, expect.not.stringMatching(/needs|attendant/)]);
  expect(await stored(body.id)).toEqual({ needs: ["attendant"], interpreter: "ar" });
});

const byPartner = ({ ask }: TestPartner, wish: object) =>
  ask("POST", "appointments", {
    key: randomUUID(),
    body: {
      office: desk.office.code,
      service: "signature",
      date: DAY,
      time: "12:00",
      lastName: "Φ",
      firstName: "Γ",
      email: "arta@example.gr",
      ...wish,
    },
  });

test("it goes along to another office, and stands in what its citizen is given of it", async () => {
  const there = await world.anOffice();
  const clerk = await world.aClerk(desk.office, there);
  const { id, version } = await desk.booked("10:00", { date: DAY, needs: ["wheelchair"] });
  const body = { date: DAY, time: "10:00", queue: null, office: there.code };
  const moved = await clerk.ask("POST", `${desk.office.code}/appointments/${id}/transfer`, {
    body,
    version,
    key: randomUUID(),
  });
  expect([moved.status, moved.body.needs]).toEqual([200, ["wheelchair"]]);
  const kept = await world.database.db.read({ office: there.id }, (tx) => visitExports(tx, there.id, [moved.body.id]));
  expect(kept[0]?.appointment).toMatchObject({ needs: ["wheelchair"] });
});

describe("longer time", () => {
  const LONGER_DAY = { date: DAY, needs: ["longer-time"] };
  const length = async (id: string) => (await own(id)).minutes;
  const longerBy = (minutes: number) =>
    world.owner.query("update office set longer_minutes = $2 where id = $1", [desk.office.id, minutes]);

  test("a clerk's booking takes so much more, as its times are offered; it is given back, and needs its place", async () => {
    await longerBy(20);
    const times = async (service: string) =>
      (
        await desk.clerk.ask(
          "GET",
          `${desk.office.code}/availability?from=${DAY}&to=${DAY}&queue=1&service=${encodeURIComponent(service)}`,
        )
      ).body.days[0].times.map(({ time }: { time: string }) => time);
    const { id, minutes, version } = await desk.booked("10:00", LONGER_DAY);
    const usual = (await desk.booked("11:00", { date: DAY })).minutes;
    expect([usual, minutes]).toEqual([15, 30]);
    expect([(await times("signature")).includes("10:45"), (await times("signature,~")).includes("10:45")]).toEqual([
      true,
      false,
    ]);
    const shorter = (await desk.change(id, { needs: [] }, version)).body;
    expect(shorter.minutes).toBe(usual);
    await desk.booked("10:15", { date: DAY });
    const refused = await desk.change(id, { needs: ["longer-time"] }, shorter.version);
    expect([refused.status, await length(id)]).toEqual([409, usual]);
    const moved = await desk.booked("12:00", LONGER_DAY);
    const there = await desk.move(moved.id, { date: DAY, time: "12:30", queue: 1 }, moved.version);
    expect([there.status, there.body.minutes]).toEqual([200, 30]);
  });

  test("a citizen ticks it where there is room: the time that is held is longer, and shorter again without it", async () => {
    const { citizen, office } = desk;
    await citizen.choose(office, DAY, "09:00");
    const held = async () =>
      (
        await world.owner.query(
          "select extract(epoch from ends_at - starts_at)::int / 60 as minutes from appointment where office_id = $1 and status = 'held'",
          [office.id],
        )
      ).rows.map(({ minutes }) => minutes);
    const [usual] = await held();
    const ticked = { ...WHO, "need-longer-time": "yes" };
    const on = await citizen.send("/en/book/who", ticked);
    expect([on.headers.location, await held()]).toEqual(["/en/book/check", [usual + 15]]);
    await citizen.send("/en/book/who", WHO);
    expect(await held()).toEqual([usual]);
    await citizen.send("/en/book/who", ticked);
    await citizen.confirm({ how: "email", email: desk.email }, "/en");
    await desk.delivered(0);
    await desk.press(desk.linkTo(desk.email), "confirm", {}, "");
    const [visit] = (await desk.day(DAY)).appointments;
    expect([visit.minutes, visit.needs]).toEqual([usual + 15, ["longer-time"]]);
  });

  test("where there is none it is said before the work is done, what was typed stays, and longer times are a link away", async () => {
    const { citizen, office } = desk;
    await desk.booked("09:15", { date: DAY });
    await citizen.choose(office, DAY, "09:00");
    const ticked = { ...WHO, "need-longer-time": "yes", "need-wheelchair": "yes" };
    const page = await citizen.send("/en/book/who", ticked);
    expect([page.status, page.text]).toEqual([422, expect.stringContaining("There is no longer time behind")]);
    expect(page.html.match(/ checked><span>/g)).toHaveLength(2);
    expect((await citizen.see("/en/book/check")).headers.location).toBe("/en/book/who");
    const [, link = ""] = /<a href="([^"]*)">See times with longer time/.exec(page.html) ?? [];
    const day = await citizen.see(link.replaceAll("&amp;", "&"));
    expect([day.status, day.html.includes('T09:00"'), day.html.includes('T09:30"')]).toEqual([200, false, true]);
    const service = new URLSearchParams(link.split("?")[1]).get("service") ?? "";
    expect(service).toBe("signature,~");
    const chosen = await citizen.choose(office, DAY, "09:30", service);
    expect(chosen.headers.location).toMatch(/\/book\/check$/);
    expect((await citizen.see("/en/book/check")).text).toContain("Longer time");
  });

  test("by the link: where there is room it takes longer, where there is none the page says so, and a move keeps it", async () => {
    const link = await desk.bookedOnline();
    const [{ id, minutes: usual }] = (await desk.day(DAY)).appointments;
    const other = await desk.booked("09:15", { date: DAY });
    const refused = await desk.press(link, "needs", { "need-longer-time": "yes" });
    expect([refused.status, refused.html]).toEqual([409, expect.stringContaining('name="then" value="days"')]);
    expect(await length(id)).toBe(usual);
    await desk.act(other.id, "cancellation", { body: {}, version: other.version });
    await desk.press(link, "needs", { "need-longer-time": "yes" });
    expect(await length(id)).toBe(usual + 15);
    const days = await desk.citizen.see(`${link}/days/${DAY}`);
    expect(days.status).toBe(200);
  });

  test("by the link where there is no room: the days shown have longer times, what else was ticked is stored, and it moves there", async () => {
    const link = await desk.bookedOnline();
    const [{ id, minutes: usual }] = (await desk.day(DAY)).appointments;
    await desk.booked("09:15", { date: DAY });
    await desk.booked("10:15", { date: DAY });
    const on = await desk.press(link, "needs", {
      "need-longer-time": "yes",
      "need-guide-dog": "yes",
      interpreter: "sq",
      // biome-ignore lint/suspicious/noThenProperty: the name of a button
      then: "days",
    });
    expect(on.headers.location).toBe(`${link}/days?longer=yes`);
    expect(await own(id)).toMatchObject({ needs: ["guide-dog"], interpreter: "sq", minutes: usual });
    const weeks = await desk.citizen.see(`${link}/days?longer=yes`);
    expect(weeks.html).toContain(`href="${link}/days/${DAY}?longer=yes"`);
    expect(weeks.html).toContain('type="hidden" name="longer" value="yes"');
    const times = async (more: string) => (await desk.citizen.see(`${link}/days/${DAY}${more}`)).html;
    expect([(await times("")).includes('T10:00"'), (await times("?longer=yes")).includes('T10:00"')]).toEqual([
      true,
      false,
    ]);
    const held = await desk.press(link, "hold", { at: `${DAY}T11:00` }, `days/${DAY}?longer=yes`);
    expect(held.headers.location).toBe(`${link}/move`);
    expect((await desk.citizen.see(`${link}/move`)).text).toContain("Περισσότερος χρόνος");
    expect((await desk.press(link, "move")).headers.location).toBe(`${link}?done=moved`);
    expect(await own(id)).toMatchObject({
      time: "11:00",
      minutes: usual + 15,
      needs: ["longer-time", "guide-dog"],
      interpreter: "sq",
    });
  });
});
