import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aPartner } from "../../../test/partner.ts";
import { aVisitDesk, DAY, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

/** That somebody has to interpret: from whoever says so to wherever it is read. */

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

const own = async (id: string) => (await desk.clerk.ask("GET", `${desk.office.code}/appointments/${id}`)).body;
const sheet = async () =>
  (
    await world.app.inject({
      url: `/api/offices/${desk.office.code}/day-sheets/${DAY}`,
      headers: { cookie: desk.clerk.cookie },
    })
  ).body;

test("a citizen says so online, in their own language: check, letter, panel, sheet and history know", async () => {
  const { citizen, office, email, smtp } = desk;
  await citizen.choose(office, DAY, "09:00");
  expect((await citizen.see("/en/book/who")).html).toMatch(/<option value="sq">Albanian<\/option>/);
  const typed = { who: "self", lastName: "Hoxha", firstName: "Arta", interpreter: "gss" };
  await citizen.send("/en/book/who", { ...typed, interpreter: "klingon" });
  expect((await citizen.see("/en/book/check")).text).not.toContain("Interpreter:");
  await citizen.send("/en/book/who", typed);
  expect((await citizen.see("/en/book/who")).html).toMatch(
    /<option value="gss" selected>Greek Sign Language<\/option>/,
  );
  expect((await citizen.see("/en/book/check")).text).toContain("Interpreter: Greek Sign Language");
  await citizen.confirm({ how: "email", email }, "/en");
  await desk.delivered(0);
  await desk.press(desk.linkTo(email), "confirm", {}, "");
  await desk.delivered(0);
  expect(smtp.messages(email).at(-1)?.text).toMatch(/Interpreter:?\s+Greek Sign Language/);

  const [{ id, version }] = (await desk.day(DAY)).appointments;
  expect(await own(id)).toMatchObject({ lastName: "Hoxha", interpreter: "gss" });
  expect(await sheet()).toContain("Arta, διερμ. Ελληνική νοηματική");
  const changed = (await desk.change(id, { interpreter: "sq" }, version)).body;
  expect((await desk.history(id))[0].changes).toEqual([{ field: "interpreter", from: "gss", to: "sq" }]);
  const without = (await desk.change(id, { interpreter: null }, changed.version)).body;
  expect([without.interpreter, await sheet()]).toEqual([null, expect.not.stringContaining("διερμ.")]);
});

test("a clerk says so, and an accredited system; a language that nobody interprets is refused", async () => {
  const { office, booked, book } = desk;
  const { id, interpreter } = await booked("10:00", { date: DAY, lastName: "Βοτσαλή", interpreter: "uk" });
  expect([interpreter, (await own(id)).interpreter]).toEqual(["uk", "uk"]);
  const other = { date: DAY, time: "11:00", queue: 1, lastName: "Α", firstName: "Β", service: "signature" };
  expect((await book({ ...other, interpreter: "klingon" })).body).toMatchObject({
    status: 400,
    errors: [{ field: "interpreter" }],
  });
  const partner = await aPartner(world);
  const { body } = await partner.ask("POST", "appointments", {
    key: randomUUID(),
    body: {
      office: office.code,
      service: "signature",
      date: DAY,
      time: "12:00",
      lastName: "Φ",
      firstName: "Γ",
      email: "arta@example.gr",
      interpreter: "ar",
    },
  });
  expect((await own(body.id)).interpreter).toBe("ar");
});
