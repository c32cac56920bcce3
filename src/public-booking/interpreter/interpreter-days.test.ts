import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { switchNeeds } from "../../../test/ministry-person.ts";
import { aPartner } from "../../../test/partner.ts";
import { aVisitDesk, DAY, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

/** From which day on somebody can interpret: by whichever way a citizen comes to a time, and not for staff. */
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
  await says("has_sign_language = true, sign_language_days = 3, interpreter_languages = 'sq,ar', interpreter_days = 1");
});

/** Three working days from Tuesday 24 November */
const IN_TIME = "2026-11-27";
const WHO = { who: "self", lastName: "Hoxha", firstName: "Arta" };
const says = (what: string) => world.owner.query(`update office set ${what} where id = $1`, [desk.office.id]);
const booked = async () =>
  (
    await world.owner.query(
      `select to_char(starts_at at time zone 'Europe/Athens', 'YYYY-MM-DD') as date, interpreter from appointment
       where office_id = $1 and status = 'booked'`,
      [desk.office.id],
    )
  ).rows;

test("a citizen ticks it for a day that is too soon: it is said with the first day, times begin then, and it is booked", async () => {
  const { citizen, office, email } = desk;
  await citizen.choose(office, DAY, "09:00");
  const page = await citizen.see("/en/book/who");
  expect(page.text).toContain("Can be there: Greek Sign Language: from Friday 27/11");
  expect([page.html.includes('value="sq"'), page.html.includes('value="uk"')]).toEqual([true, false]);
  const refused = await citizen.send("/en/book/who", { ...WHO, interpreter: "gss", "need-guide-dog": "yes" });
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining("can be there from 27/11/2026 on")]);
  expect(refused.html).toContain('<option value="gss" selected>');
  expect((await citizen.see("/en/book/check")).headers.location).toBe("/en/book/who");
  const [, weeks = ""] = /<a href="([^"]*)">See times with an interpreter/.exec(refused.html) ?? [];
  const shown = await citizen.see(weeks.replaceAll("&amp;", "&"));
  expect(shown.text).toContain("With an interpreter: from Friday 27/11 on.");
  expect([shown.html.includes(`/days/${IN_TIME}?`), shown.html.includes("/days/2026-11-26?")]).toEqual([true, false]);
  expect((await citizen.see(`/book/offices/${office.code}/days/2026-11-26?service=signature`)).html).not.toContain(
    'name="at"',
  );
  expect((await citizen.choose(office, "2026-11-26", "09:00")).status).toBe(409);
  expect((await citizen.choose(office, IN_TIME, "09:00")).headers.location).toBe("/book/check");
  await citizen.confirm({ how: "email", email }, "/en");
  await desk.delivered(0);
  await desk.press(desk.linkTo(email), "confirm", {}, "");
  expect(await booked()).toEqual([{ date: IN_TIME, interpreter: "gss" }]);
});

test("ticked once the letter was sent, it is not booked by its link", async () => {
  const { citizen, office, email } = desk;
  await citizen.choose(office, DAY, "09:00");
  await citizen.send("/book/who", WHO);
  await citizen.confirm({ how: "email", email });
  await desk.delivered(0);
  await citizen.send("/book/who", { ...WHO, interpreter: "gss" });
  const link = desk.linkTo(email);
  await aCitizen(world).see(link);
  await desk.press(link, "confirm", {}, "");
  expect(await booked()).toEqual([]);
});

test("an office that has none says so at the field; one that has said nothing hinders nothing", async () => {
  const { citizen, office } = desk;
  await citizen.choose(office, DAY, "09:00");
  const refused = await citizen.send("/en/book/who", { ...WHO, interpreter: "uk" });
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining("has no such interpreter")]);
  await says("has_sign_language = null, interpreter_languages = null");
  for (const interpreter of ["uk", "gss"])
    expect((await citizen.send("/en/book/who", { ...WHO, interpreter })).headers.location).toBe("/en/book/check");
});

test("by the link it is refused for a day that is too soon, and a move leads to no such day", async () => {
  const link = await desk.bookedOnline();
  const [{ id, version }] = (await desk.day(DAY)).appointments;
  const refused = await desk.press(link, "needs", { interpreter: "gss" });
  expect([refused.status, refused.html]).toEqual([422, expect.stringContaining(`/days?on=${IN_TIME}`)]);
  expect((await desk.press(link, "needs", { interpreter: "sq" })).status).toBe(303);
  await desk.change(id, { interpreter: "gss" }, version + 1);
  const days = await desk.citizen.see(`${link}/days`);
  expect([days.html.includes(`/days/${IN_TIME}`), days.html.includes("/days/2026-11-26")]).toEqual([true, false]);
  const soon = await desk.press(link, "hold", { at: "2026-11-26T09:00" }, `days/${IN_TIME}`);
  expect(soon.headers.location).not.toBe(`${link}/move`);
  const later = await desk.press(link, "hold", { at: `${IN_TIME}T09:00` }, `days/${IN_TIME}`);
  expect(later.headers.location).toBe(`${link}/move`);
});

test("an accredited system is refused at the field, by booking and by moving", async () => {
  const { ask } = await aPartner(world);
  const book = (date: string) =>
    ask("POST", "appointments", {
      key: randomUUID(),
      body: {
        office: desk.office.code,
        service: "signature",
        date,
        time: "12:00",
        lastName: "Φ",
        firstName: "Γ",
        email: "a@example.gr",
        interpreter: "gss",
      },
    });
  expect((await book(DAY)).body).toMatchObject({
    status: 422,
    errors: [{ field: "interpreter", code: "interpreter-too-soon" }],
  });
  const { status, body } = await book(IN_TIME);
  expect(status).toBe(201);
  const move = await ask("POST", `appointments/${body.id}/move`, {
    key: randomUUID(),
    version: body.version,
    body: { date: "2026-11-26", time: "12:00" },
  });
  expect(move.status).toBe(409);
});

test("staff book for any day, and are told the first one in time", async () => {
  const { interpreter } = await desk.booked("10:00", { date: DAY, interpreter: "gss" });
  expect(interpreter).toBe("gss");
  expect((await desk.clerk.ask("GET", desk.office.code)).body.interpreters).toEqual({
    signLanguage: true,
    signLanguageFrom: IN_TIME,
    languages: ["sq", "ar"],
    languagesFrom: DAY,
  });
});

test("the office's page and open data say so in plain words", async () => {
  const { text } = await desk.citizen.see(`/en/book/offices/${desk.office.code}`);
  expect(text).toContain("Interpreter of Greek Sign Language (working days before: 3)");
  expect(text).toContain("Interpreters: Albanian, Arabic (working days before: 1)");
});
