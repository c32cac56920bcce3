import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { setClock } from "../../../test/set-clock.ts";
import { DAY, SITE } from "../../../test/visit-desk.ts";
import { aWishDesk, type WishDesk } from "../../../test/wish-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { offerAll } from "../earlier/offer-places.ts";

/** Several services or people in one visit, wished for without an appointment. */
let world: World;
let desk: WishDesk;
beforeAll(async () => {
  world = await aWorld({ PUBLIC_BASE_URL: SITE });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aWishDesk(world);
});

const FAMILY = "signature;vehicle";
const EACH = /Άτομο 1:\s+Βεβαίωση γνησίου υπογραφής\s.*Άτομο 2:\s+Μεταβίβαση οχήματος/s;

test("a family is offered a whole place or none, begins the form with all of it held, and wishes no more once it is booked", async () => {
  const { citizen, office } = desk;
  await world.owner.query("update queue_hours set closes_minute = 540 where office_id = $1", [office.id]);
  await world.owner.query("delete from queue_hours where office_id = $1 and weekday <> 3", [office.id]);
  for (const time of ["08:00", "08:15", "08:30", "08:45"]) await desk.book({ ...TAKEN, time });
  const weeks = await citizen.see(
    `/book/offices/${office.code}/days?service=${encodeURIComponent(FAMILY)}&when=afternoon`,
  );
  expect(weeks.html).toContain(`/book/offices/${office.code}/notify?service=${encodeURIComponent(FAMILY)}`);
  const page = await citizen.see(`/book/offices/${office.code}/notify?service=${encodeURIComponent(FAMILY)}`);
  expect(page.text).toContain("Άτομο 1: Βεβαίωση γνησίου υπογραφής · Άτομο 2: Μεταβίβαση οχήματος");
  const link = await desk.waits("alpha", { service: FAMILY });
  const asked = desk.smtp.messages(desk.emailOf("alpha")).at(-1)?.text ?? "";
  expect(asked).toMatch(EACH);
  expect(asked).not.toContain("λεπτά");
  const rows = await desk.rows("appointment");
  const free = (time: string) => rows.find(({ starts_at }) => athens(starts_at) === time);
  const cancel = async (time: string) => {
    const { id, version } = free(time);
    await desk.act(id, "cancellation", { body: {}, version });
  };
  await cancel("08:15");
  expect(await desk.offered(), "a quarter is not enough").toEqual([]);
  await cancel("08:45");
  await cancel("08:30");
  expect(await desk.offered()).toEqual(["alpha 08:15"]);
  const offer = desk.smtp.messages(desk.emailOf("alpha")).at(-1)?.text ?? "";
  expect(offer).toMatch(EACH);
  expect(offer).toContain("περίπου 45\u00a0λεπτά");
  const mother = aCitizen(world);
  expect((await mother.see(`${link}/waiting/offer`)).text).toContain("Άτομο 2: Μεταβίβαση οχήματος");
  await mother.send(`${link}/waiting/offer`, await desk.fieldsOf(`${link}/waiting/offer`));
  expect((await mother.see("/book/who")).text).toContain("Άτομο 2 (προαιρετικό)");
  const names = { lastName: "Γιασεμίδου", firstName: "Φωτεινή", lastName2: "Γιασεμίδης", firstName2: "Θωμάς" };
  await mother.send("/book/who", { who: "self", ...names });
  await mother.confirm({ how: "email", email: desk.emailOf("alpha") });
  await desk.delivered(0);
  await desk.press(desk.linkTo(desk.emailOf("alpha")), "confirm", {}, "");
  const booked = (await desk.rows("appointment")).find(({ last_name }) => last_name === "Γιασεμίδου");
  expect([athens(booked.starts_at), athens(booked.ends_at), booked.status, booked.service, booked.companions]).toEqual([
    "08:15",
    "09:00",
    "booked",
    "signature",
    [{ lastName: "Γιασεμίδης", firstName: "Θωμάς", services: ["vehicle"] }],
  ]);
  expect(await desk.wishes()).toEqual([]);
});

const TAKEN = { date: DAY, queue: 1, lastName: "Απών", firstName: "Ν", service: "signature" };
const athens = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.valueOf())
    .toZonedDateTimeISO("Europe/Athens")
    .toPlainTime()
    .toString()
    .slice(0, 5);

test.each([
  ["too many people", "signature;signature;signature;signature;signature", 422, "Έως 4 άτομα μαζί"],
  ["too long together", "vehicle,vehicle;vehicle,vehicle,signature", 422, "έως 120. Χωρίστε το σε δύο ραντεβού"],
  ["a service that there is not", "signature;unheard-of", 404, ""],
  ["nothing for somebody", "signature;;vehicle", 404, ""],
])("%s is said before anything is asked for", async (_, service, status, words) => {
  const { citizen, office } = desk;
  const page = await citizen.see(`/book/offices/${office.code}/notify?service=${encodeURIComponent(service)}`);
  expect([page.status, page.text.includes(words)]).toEqual([status, true]);
  const sent = await desk.asks("alpha", { service });
  expect([sent.status, sent.text.includes(words)]).toEqual([status, true]);
  expect(await desk.wishes()).toEqual([]);
});

test("what the office does not do is said; around it only offices are to be chosen that do all of it", async () => {
  const [there, half] = [await world.anOffice(), await world.anOffice()];
  await world.owner.query("update queue set is_public = true where office_id = any ($1)", [[there.id, half.id]]);
  await world.owner.query(
    "update office set latitude = 38, longitude = 23.7, settings_version = settings_version + 1 where id = any ($1)",
    [[desk.office.id, there.id, half.id]],
  );
  const off = "insert into office_service (office_id, service, is_offered) values ($1, 'vehicle', false)";
  await world.owner.query(off, [half.id]);
  const address = `/book/offices/${desk.office.code}/notify?service=${encodeURIComponent(FAMILY)}`;
  const { html } = await desk.citizen.see(address);
  expect([html.includes(`name="o${there.code}"`), html.includes(`name="o${half.code}"`)]).toEqual([true, false]);
  const link = await desk.waits("alpha", { service: FAMILY });
  const own = await desk.citizen.see(`${link}/waiting`);
  expect([own.html.includes(`name="o${there.code}"`), own.html.includes(`name="o${half.code}"`)]).toEqual([
    true,
    false,
  ]);
  await world.owner.query(off, [desk.office.id]);
  const none = await desk.citizen.see(address);
  expect([none.status, none.text.includes("Σε αυτό το ΚΕΠ δεν γίνεται με ραντεβού")]).toEqual([422, true]);
  expect((await desk.asks("beta", { service: FAMILY })).status).toBe(422);
});

test("no place is offered that by now takes longer than citizens book at most", async () => {
  await desk.waits("alpha", { service: "vehicle,vehicle;vehicle" });
  await desk.givenUp("09:00");
  await world.owner.query(
    "insert into office_service (office_id, service, is_offered, minutes) values ($1, 'vehicle', true, 45)",
    [desk.office.id],
  );
  expect(await desk.offered()).toEqual([]);
  await world.owner.query("update office_service set minutes = 40 where office_id = $1", [desk.office.id]);
  expect(await desk.offered()).toEqual(["alpha 09:00"]);
});

test("the same family put together the other way round is the same wish, and what is booked the other way ends it", async () => {
  await desk.waits("alpha", { service: FAMILY });
  await desk.asks("alpha", { service: "vehicle;signature", d1: "" });
  await desk.delivered(2);
  const changed = await desk.press(desk.linkTo(desk.emailOf("alpha")), "waiting/confirm", {}, "waiting");
  expect(String(changed.headers.location)).toMatch(/\/waiting\?done=changed$/);
  expect(await desk.wishes()).toHaveLength(1);
  const citizen = aCitizen(world);
  await citizen.choose(desk.office, DAY, "09:00", "vehicle;signature");
  await citizen.send("/book/who", { who: "self", lastName: "Γιασεμίδου", firstName: "Φωτεινή" });
  await citizen.confirm({ how: "email", email: desk.emailOf("alpha") });
  await setClock(world, world.now.add({ minutes: 2 }));
  await desk.delivered(0);
  await desk.press(desk.linkTo(desk.emailOf("alpha")), "confirm", {}, "");
  expect(await desk.wishes()).toEqual([]);
});

test.each([0, 1, 2, 3])(
  "of two families and a clerk for one place that is long enough, by three workers at once, one has it (%i)",
  async (round) => {
    const three = "signature;signature;signature";
    await world.owner.query("update queue_hours set closes_minute = 540 where office_id = $1", [desk.office.id]);
    await desk.waits("alpha", { service: three });
    await desk.waits("beta", { service: three });
    await desk.waits("gamma");
    await desk.book({ ...TAKEN, time: "08:45" });
    await desk.givenUp("08:00");
    const deps = { db: world.database.db, clock: () => world.now };
    const clerk = round % 2 === 0 ? [desk.book({ ...TAKEN, time: "08:15" })] : [];
    const [booked] = await Promise.all([...clerk, offerAll(deps), offerAll(deps), offerAll(deps)]);
    const { rows } = await world.owner.query(
      "select starts_at, ends_at from appointment where office_id = $1 and status = 'held'",
      [desk.office.id],
    );
    // Whom it is too short for is passed by: it goes to the one who comes alone.
    const end = booked?.status === 201 ? "08:15" : "08:30";
    expect(rows.map(({ starts_at, ends_at }) => `${athens(starts_at)}-${athens(ends_at)}`)).toEqual([`08:00-${end}`]);
  },
);
