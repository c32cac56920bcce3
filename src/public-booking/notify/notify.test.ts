import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { wish } from "../../../test/booking-desk.ts";
import { aCitizen } from "../../../test/citizen.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { setClock } from "../../../test/set-clock.ts";
import { DAY, SITE } from "../../../test/visit-desk.ts";
import { ANY_DAYS, aWishDesk, type WishDesk } from "../../../test/wish-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { offerAll } from "../earlier/offer-places.ts";
import { releaseAll } from "../hold/start-releasing.ts";

/** Whoever has no appointment is written to when a place becomes free, in one line with those who wish for an earlier one. */
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

const later = (time: Temporal.DurationLike) => setClock(world, world.now.add(time));
const deps = () => ({ db: world.database.db, clock: () => world.now });
const emailOf = (name: string) => desk.emailOf(name);
const asks = (...said: Parameters<WishDesk["asks"]>) => desk.asks(...said);
const waits = (...said: Parameters<WishDesk["waits"]>) => desk.waits(...said);
const givenUp = (time: string, date?: string) => desk.givenUp(time, date);
const offered = () => desk.offered();
const wishes = () => desk.wishes();
const fieldsOf = (page: string, citizen = desk.citizen) => desk.fieldsOf(page, citizen);

/** Somebody with an appointment at that time who wishes for an earlier one. */
async function wishesEarlier(name: string, time: string): Promise<string> {
  const link = await desk.bookedOnline(time, emailOf(name));
  await desk.delivered(0);
  await desk.press(link, "wish", { ...ANY_DAYS, [`o${desk.office.code}`]: "1" });
  await later({ seconds: 1 });
  return link;
}

/** By a browser of its own: what it takes, it gives back. */
async function isFree(time: string, date = DAY): Promise<boolean> {
  const citizen = aCitizen(world);
  const { headers } = await citizen.choose(desk.office, date, time);
  if (headers.location !== "/book/who") return false;
  await citizen.send("/book/end", await fieldsOf("/book/who", citizen));
  return true;
}

test("asked for, confirmed by the letter, offered, taken into a form, booked: and then the wish is over", async () => {
  await waits("alpha");
  await givenUp("09:00");
  expect(await offered()).toEqual(["alpha 09:00"]);
  const letter = desk.smtp.messages(emailOf("alpha")).at(-1);
  expect(letter?.subject).toContain("Ελευθερώθηκε ώρα");
  expect(letter?.text).toContain("/waiting/offer");
  const link = desk.linkTo(emailOf("alpha"));
  const page = await desk.citizen.see(`${link}/waiting/offer`);
  expect(page.text).toContain("Κρατάμε τη θέση για εσάς έως τις 11:4");
  const citizen = aCitizen(world);
  const taken = await citizen.send(`${link}/waiting/offer`, await fieldsOf(`${link}/waiting/offer`));
  expect(taken.headers.location).toBe("/book/who");
  expect((await wishes()).length, "it stands until the place is booked").toBe(1);
  await citizen.send("/book/who", { who: "self", lastName: "Παπαδοπούλου", firstName: "Ελένη" });
  expect((await citizen.see("/book/check")).text).toContain("09:00");
  await citizen.confirm({ how: "email", email: emailOf("alpha") });
  await desk.delivered(0);
  const toConfirm = desk.linkTo(emailOf("alpha"));
  expect((await desk.press(toConfirm, "confirm", {}, "")).status).toBe(303);
  expect(await wishes()).toEqual([]);
  const { rows } = await world.owner.query(
    "select status, to_char(starts_at at time zone 'Europe/Athens', 'HH24:MI') as time from appointment where office_id = $1 and email = $2",
    [desk.office.id, emailOf("alpha")],
  );
  expect(rows).toEqual([{ status: "booked", time: "09:00" }]);
  expect((await desk.citizen.see(`${link}/waiting`)).status).toBe(404);
});

test("one line for all: who wished first is asked first, with an appointment or without", async () => {
  await wishesEarlier("alpha", "14:00");
  await waits("beta");
  await wishesEarlier("gamma", "14:30");
  await waits("delta");
  await givenUp("09:00");
  await givenUp("09:30");
  await givenUp("10:00");
  await givenUp("10:30");
  expect(await offered()).toEqual(["alpha 09:00", "beta 09:30", "gamma 10:00", "delta 10:30"]);
});

test("what nobody has confirmed counts for nothing, and is forgotten after a day", async () => {
  await asks("alpha");
  await desk.delivered(0);
  await givenUp("09:00");
  expect(await offered()).toEqual([]);
  await later({ hours: 24 });
  await offerAll(deps());
  expect(await wishes()).toEqual([]);
  const { rows } = await world.owner.query(
    `select (select count(*)::int from appointment where office_id = $1 and email is not null) as rows,
      (select count(*)::int from mail where office_id = $1 and kind like 'wish%' and address <> '') as letters,
      (select count(*)::int from appointment_link where office_id = $1) as links`,
    [desk.office.id],
  );
  expect(rows).toEqual([{ rows: 0, letters: 0, links: 0 }]);
});

test("silence goes to the next one, and after three in a row without an answer the wish ends", async () => {
  const link = await waits("alpha", { last: "2026-12-20" });
  for (const time of ["09:00", "09:30", "10:00"]) {
    await setClock(world, Temporal.Instant.from("2026-11-24T08:30:00Z").add({ hours: time === "10:00" ? 24 : 0 }));
    const date = "2026-11-27";
    await givenUp(time, date);
    expect(await offered()).toEqual([`alpha ${time}`]);
    await setClock(world, world.now.add({ minutes: 60 }));
    await offered();
  }
  expect(await wishes()).toEqual([]);
  expect((await desk.citizen.see(`${link}/waiting`)).status).toBe(404);
});

test("by a mailbox two at most; one for the same is changed instead, and keeps its turn; of a new domain six altogether", async () => {
  const first = await waits("alpha");
  const [{ made_at }] = await wishes();
  await asks("alpha", { d1: "", first: "2026-11-26" });
  await desk.delivered(2);
  const second = desk.linkTo(emailOf("alpha"));
  const changed = await desk.press(second, "waiting/confirm", {}, "waiting");
  expect(String(changed.headers.location)).toMatch(/\/waiting\?done=changed$/);
  expect(await wishes()).toMatchObject([{ made_at, first_day: expect.anything() }]);
  expect((await desk.citizen.see(`${first}/waiting`)).status).toBe(200);
  await waits("alpha", { service: "vehicle" });
  const there = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [there.id]);
  await asks("alpha", {}, there);
  await desk.delivered(2);
  const third = await desk.press(desk.linkTo(emailOf("alpha")), "waiting/confirm", {}, "waiting");
  expect([third.status, third.text]).toEqual([409, expect.stringContaining("Έχετε ήδη όσες")]);
  const confirmed = [];
  for (let index = 0; index < 7; index++) {
    const email = `p${index}@new${desk.office.code}.example`;
    await asks("", { email });
    await desk.delivered(0);
    confirmed.push((await desk.press(desk.linkTo(email), "waiting/confirm", {}, "waiting")).status);
  }
  expect(confirmed).toEqual([303, 303, 303, 303, 303, 303, 409]);
});

test("given up at night it waits for the morning, and is offered then; where it would be too late, it is free as before", async () => {
  await waits("alpha");
  await setClock(world, Temporal.Instant.from("2026-11-24T20:30:00+02:00"));
  await givenUp("09:00");
  await givenUp("11:00");
  expect(await offered()).toEqual([]);
  await setClock(world, Temporal.Instant.from("2026-11-24T21:30:00+02:00"));
  expect([await isFree("09:00"), await isFree("11:00")]).toEqual([true, false]);
  await setClock(world, Temporal.Instant.from("2026-11-25T07:59:59+02:00"));
  expect([await offered(), await isFree("11:00")]).toEqual([[], false]);
  await setClock(world, Temporal.Instant.from("2026-11-25T08:00:00+02:00"));
  expect(await offered()).toEqual(["alpha 11:00"]);
});

test("where nobody wishes, a place given up at night is free after its wait", async () => {
  await setClock(world, Temporal.Instant.from("2026-11-24T20:30:00+02:00"));
  await givenUp("11:00");
  await later({ minutes: 6 });
  expect(await isFree("11:00")).toBe(true);
});

test("taken twice at one moment it is held once; taken and left, it goes to the next one", async () => {
  await waits("alpha");
  await waits("beta");
  await givenUp("09:00");
  await offered();
  const link = desk.linkTo(emailOf("alpha"));
  const fields = await fieldsOf(`${link}/waiting/offer`);
  const citizens = [aCitizen(world), aCitizen(world)];
  const pressed = await Promise.all(citizens.map((citizen) => citizen.send(`${link}/waiting/offer`, fields)));
  expect(pressed.map(({ headers }) => headers.location)).toEqual(["/book/who", "/book/who"]);
  const own = await Promise.all(
    citizens.map(async (citizen) => (await citizen.see("/book/who")).text.includes("09:00")),
  );
  expect(own.filter(Boolean), "whoever pressed last has the form").toHaveLength(1);
  const { rows } = await world.owner.query("select from appointment where office_id = $1 and status = 'held'", [
    desk.office.id,
  ]);
  expect(rows).toHaveLength(1);
  await later({ minutes: 61 });
  await releaseAll(deps());
  expect(await offered()).toEqual(["beta 09:00"]);
});

test("refused it goes to the next one at once, and they stay in line for another", async () => {
  await waits("alpha");
  await waits("beta");
  await givenUp("09:00");
  await offered();
  const link = desk.linkTo(emailOf("alpha"));
  const refused = await desk.press(link, "waiting/refuse", {}, "waiting/offer");
  expect(refused.headers.location).toBe(`${link}/waiting?done=kept`);
  expect(await offered()).toEqual(["beta 09:00"]);
  await givenUp("10:00");
  expect((await offered()).sort()).toEqual(["alpha 10:00", "beta 09:00"]);
});

test("ended by the link: nothing tells whose it was, and what was offered goes to the next one", async () => {
  await waits("alpha");
  await waits("beta");
  await givenUp("09:00");
  await offered();
  const link = desk.linkTo(emailOf("alpha"));
  const ended = await desk.press(link, "waiting/end", {}, "waiting");
  expect(ended.text).toContain("Δεν θα σας γράψουμε άλλο");
  const { rows } = await world.owner.query(
    `select kind from mail where office_id = $1 and address = $2
     union all select 'row' from appointment where office_id = $1 and email = $2`,
    [desk.office.id, emailOf("alpha")],
  );
  expect(rows).toEqual([]);
  expect(await offered()).toEqual(["beta 09:00"]);
  expect((await desk.citizen.see(`${link}/waiting/offer`)).status).toBe(404);
});

test("whoever books another way for the same wishes no more; for something else they wish on", async () => {
  await waits("alpha");
  await waits("beta", { service: "vehicle" });
  await desk.bookedOnline("12:00", emailOf("alpha"));
  await desk.bookedOnline("12:15", emailOf("beta"));
  expect(await wishes()).toHaveLength(1);
});

test("with its last day it ends; until then it names weekdays, parts and dates", async () => {
  await waits("alpha", { d3: "", last: "2026-11-25" });
  await waits("beta", { first: "2026-11-26" });
  await waits("gamma", { noon: "", afternoon: "", last: "2026-11-25" });
  await givenUp("12:30");
  expect(await offered(), "a Wednesday at noon is nobody's").toEqual([]);
  await givenUp("09:00", "2026-11-26");
  expect(await offered()).toEqual(["beta 09:00"]);
  await setClock(world, Temporal.Instant.from("2026-11-26T00:00:00+02:00"));
  await offerAll(deps());
  expect(await wishes()).toHaveLength(1);
});

test("by three workers at one moment each place is offered once, and nobody two", async () => {
  await waits("alpha");
  await waits("beta");
  await waits("gamma");
  for (const time of ["09:00", "09:30", "10:00"]) await givenUp(time);
  await Promise.all([1, 2, 3].map(() => offerAll(deps())));
  const { rows } = await world.owner.query(
    `select count(*)::int as offers, count(distinct appointment_id)::int as people, count(distinct starts_at)::int as places
     from earlier_offer where office_id = $1`,
    [desk.office.id],
  );
  expect(rows).toEqual([{ offers: 3, people: 3, places: 3 }]);
});

test("a clerk who books the place at that moment has it, or whoever is offered it: never both", async () => {
  await waits("alpha");
  for (const time of ["09:00", "09:30", "10:00"]) {
    await givenUp(time);
    await Promise.all([offerAll(deps()), desk.book(wish(time, { date: DAY, lastName: "Θυρίδα" }))]);
    await later({ minutes: 61 });
    await offerAll(deps());
  }
  const { rows } = await world.owner.query(
    "select starts_at from appointment where office_id = $1 and live group by 1 having count(*) > 1",
    [desk.office.id],
  );
  expect(rows).toEqual([]);
});

test("closed while it is offered: whoever takes it then is told that it is over, and stays in line", async () => {
  await waits("alpha");
  await givenUp("09:00");
  await offered();
  const link = desk.linkTo(emailOf("alpha"));
  const fields = await fieldsOf(`${link}/waiting/offer`);
  await desk.ruled("exceptions", {
    queue: null,
    kind: "closed",
    date: DAY,
    from: "08:00",
    to: "10:00",
    reason: "Διακοπή",
  });
  const late = await desk.citizen.send(`${link}/waiting/offer`, fields);
  expect([late.status, late.text]).toEqual([409, expect.stringContaining("Η πρόταση δεν ισχύει πια")]);
  expect(await wishes()).toHaveLength(1);
});

test("an office that is closed to citizens, or does it no more, offers nothing", async () => {
  await waits("alpha");
  await givenUp("09:00");
  await world.owner.query("delete from public_booking");
  expect(await offered()).toEqual([]);
  await openToCitizens(world.owner);
  await world.owner.query(
    "insert into office_service (office_id, service, is_offered, minutes) values ($1, 'signature', false, 10)",
    [desk.office.id],
  );
  expect(await offered()).toEqual([]);
  await world.owner.query("update office_service set is_offered = true where office_id = $1", [desk.office.id]);
  expect(await offered()).toEqual(["alpha 09:00"]);
});

test("the head sees how many wait for which days, and nobody of the office an address", async () => {
  await wishesEarlier("alpha", "14:00");
  await waits("beta", { d1: "", d2: "", d4: "", d5: "", d6: "" });
  const { body } = await desk.rule("GET", "wishes");
  expect(body.counts[0]).toEqual({ weekday: 0, earlier: 1, withoutVisit: 1 });
  expect(body.counts.find(({ weekday }: { weekday: number }) => weekday === 3)).toMatchObject({ withoutVisit: 1 });
  expect(body.counts.find(({ weekday }: { weekday: number }) => weekday === 1)).toMatchObject({ withoutVisit: 0 });
  expect(JSON.stringify((await desk.rule("GET", "mails")).body)).not.toContain(emailOf("beta"));
  expect((await desk.clerk.ask("GET", `${desk.office.code}/wishes`)).status).toBe(403);
});

test("who is forgotten by the operator waits no more, and what was offered goes on", async () => {
  await waits("alpha");
  await waits("beta");
  await givenUp("09:00");
  await offered();
  await world.owner.query(
    "select anonymize(office_id, array_agg(id), now()) from appointment where office_id = $1 and email = $2 group by office_id",
    [desk.office.id, emailOf("alpha")],
  );
  expect(await offered()).toEqual(["beta 09:00"]);
});
