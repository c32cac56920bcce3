import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { setClock } from "../../../test/set-clock.ts";
import { DAY, SITE } from "../../../test/visit-desk.ts";
import { waits } from "../../../test/waiting.ts";
import { ANY_DAYS, aWishDesk, type WishDesk } from "../../../test/wish-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { lockWisher } from "../earlier/earlier-sql.ts";
import { offerAll } from "../earlier/offer-places.ts";

/** How a wish without an appointment is asked for, comes to stand, is changed and ends, pressed at whichever moment. */
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

const rowsOf = async (table: string) => (await desk.rows(table)).length;
const confirm = async (link: string) =>
  aCitizen(world).send(`${link}/waiting/confirm`, await desk.fieldsOf(`${link}/waiting`));

/** The link of a letter that asks to confirm. */
async function asked(service: string): Promise<string> {
  await desk.asks("alpha", { service });
  await desk.delivered(0);
  return desk.linkTo(desk.emailOf("alpha"));
}

test("confirmed twice at one moment, and once more: it stands, in its turn", async () => {
  const link = await asked("signature");
  const twice = await Promise.all([confirm(link), confirm(link)]);
  expect(twice.map(({ headers }) => headers.location)).toEqual(Array(2).fill(`${link}/waiting?done=stands`));
  const [{ made_at }] = await desk.wishes();
  await setClock(world, world.now.add({ minutes: 5 }));
  expect((await confirm(link)).headers.location).toBe(`${link}/waiting?done=stands`);
  expect(await desk.wishes()).toMatchObject([{ made_at, is_confirmed: true }]);
});

test("of three wishes of one mailbox that are confirmed at one moment two stand", async () => {
  const links: string[] = [];
  for (const service of ["signature", "vehicle", "signature;vehicle"]) links.push(await asked(service));
  const pressed = await Promise.all(links.map(confirm));
  expect(pressed.map(({ status }) => status).sort()).toEqual([303, 303, 409]);
  expect((await desk.wishes()).filter(({ is_confirmed }) => is_confirmed)).toHaveLength(2);
});

test("changed by its link it goes on until the new last day; without a day, that is said", async () => {
  const link = await desk.waits("alpha", { last: "2026-11-25" });
  const all = { ...(await desk.fieldsOf(`${link}/waiting`)), first: "", last: "2026-12-10", notice: "hours" };
  const none = await desk.citizen.send(`${link}/waiting`, { ...all, morning: "1" });
  expect([none.status, none.html.includes('value="2026-12-10"')]).toEqual([422, true]);
  const changed = await desk.citizen.send(`${link}/waiting`, { ...all, ...ANY_DAYS, [`o${desk.office.code}`]: "1" });
  expect(changed.headers.location).toBe(`${link}/waiting?done=changed`);
  await setClock(world, Temporal.Instant.from("2026-11-26T10:00:00+02:00"));
  await offerAll({ db: world.database.db, clock: () => world.now });
  expect(await desk.wishes()).toHaveLength(1);
});

test("without a day, a part of it, or an office, nothing is asked for, and no letter leaves", async () => {
  const noDay = Object.fromEntries([1, 2, 3, 4, 5, 6].map((day) => [`d${day}`, ""]));
  for (const fields of [noDay, { morning: "", noon: "", afternoon: "" }])
    expect((await desk.asks("alpha", fields)).status).toBe(422);
  expect((await desk.asks("alpha", { email: "fani@" })).html).toContain('id="email-error"');
  expect([await rowsOf("earlier_wish"), await rowsOf("mail")]).toEqual([0, 0]);
});

test("ended, nothing of whose it was is left: no mark, no link", async () => {
  const link = await desk.waits("alpha");
  expect([await rowsOf("online_person"), await rowsOf("appointment_link")]).not.toContain(0);
  await desk.press(link, "waiting/end", {}, "waiting");
  expect([await rowsOf("online_person"), await rowsOf("appointment_link"), await rowsOf("earlier_wish")]).toEqual([
    0, 0, 0,
  ]);
});

test("ended while they are being offered a place: first the one, then the other", async () => {
  const link = await desk.waits("alpha");
  const [{ appointment_id: visit }] = await desk.wishes();
  const fields = await desk.fieldsOf(`${link}/waiting`);
  let ending: Promise<unknown> | undefined;
  await world.database.db.write({ office: desk.office.id }, async (tx) => {
    await lockWisher(tx, { visit });
    ending = desk.citizen.send(`${link}/waiting/end`, fields);
    expect(await waits(world, ending, 0)).toBe(true);
  });
  await ending;
  expect(await desk.wishes()).toEqual([]);
});

test("booked at the place that was offered by another mailbox, the wish is over as well", async () => {
  const link = await desk.waits("alpha");
  await desk.givenUp("09:00");
  await desk.offered();
  const citizen = aCitizen(world);
  await citizen.send(`${link}/waiting/offer`, await desk.fieldsOf(`${link}/waiting/offer`));
  await citizen.send("/book/who", { who: "self", lastName: "Παπαδοπούλου", firstName: "Ελένη" });
  await citizen.confirm({ how: "email", email: desk.emailOf("other") });
  await desk.delivered(0);
  await desk.press(desk.linkTo(desk.emailOf("other")), "confirm", {}, "");
  const booked = (await desk.rows("appointment")).filter(({ status }) => status === "booked");
  expect([booked.length, booked[0]?.starts_at.toISOString().slice(0, 10)]).toEqual([1, DAY]);
  expect(await desk.wishes()).toEqual([]);
});

test("so many letters to one mailbox, and so many wishes from one address, are enough", async () => {
  const statuses = new Set<number>();
  for (let count = 0; count < 20; count++) statuses.add((await desk.asks("alpha")).status);
  expect([...statuses]).toEqual([303, 422]);
  for (let count = 0; count < 12; count++) statuses.add((await desk.asks(`n${count}`)).status);
  expect([...statuses]).toEqual([303, 422, 429]);
});
