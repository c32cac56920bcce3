import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { setClock } from "../../../test/set-clock.ts";
import { DAY, SITE } from "../../../test/visit-desk.ts";
import { waits } from "../../../test/waiting.ts";
import { aWishDesk, type WishDesk } from "../../../test/wish-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { lockDays } from "../../appointments/place/locks.ts";
import { releaseAll } from "../hold/start-releasing.ts";

/** What may have become of an offer, or of its owner, when somebody presses. */
let world: World;
let desk: WishDesk;
let link: string;
let fields: Record<string, string>;
beforeAll(async () => {
  world = await aWorld({ PUBLIC_BASE_URL: SITE });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aWishDesk(world);
  await desk.waits("alpha");
  await desk.givenUp("09:00");
  await desk.offered();
  link = desk.linkTo(desk.emailOf("alpha"));
  fields = await desk.fieldsOf(`${link}/waiting/offer`);
});

const later = (time: Temporal.DurationLike) => setClock(world, world.now.add(time));
const take = (citizen = aCitizen(world)) => citizen.send(`${link}/waiting/offer`, fields);
const outcome = async () =>
  (await world.owner.query("select outcome from earlier_offer where office_id = $1", [desk.office.id])).rows[0].outcome;
const form = async () => (await desk.rows("booking_form"))[0];

test("whoever takes it waits for who has the day just now, as every booking does, before anything is settled", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { promise: isLocked, resolve: locked } = Promise.withResolvers<void>();
  const clerk = world.database.db.write({ office: desk.office.id }, async (tx) => {
    await lockDays(tx, desk.office.id, Temporal.PlainDate.from(DAY));
    locked();
    await promise;
  });
  await isLocked;
  const taken = take();
  expect(await waits(world, taken, 0)).toBe(true);
  const offer = "select from earlier_offer where office_id = $1 for update skip locked";
  expect((await world.owner.query(offer, [desk.office.id])).rowCount, "nothing is settled yet").toBe(1);
  resolve();
  await clerk;
  expect((await taken).headers.location).toBe("/book/who");
});

test("of an office that is closed to citizens meanwhile nothing is taken, and the offer stands", async () => {
  await world.owner.query("delete from public_booking");
  expect((await take()).status).toBe(409);
  expect(await outcome()).toBeNull();
});

test("taken in its last minute, there are ten to fill in", async () => {
  await later({ minutes: 58 });
  expect((await take()).headers.location).toBe("/book/who");
  expect((await form()).held_until.valueOf()).toBe(world.now.add({ minutes: 10 }).epochMilliseconds);
});

test("its time over, it is taken no more, by nobody who held it either", async () => {
  await take();
  await later({ minutes: 70 });
  const late = await take();
  expect([late.status, late.text]).toEqual([409, expect.stringContaining("Η πρόταση δεν ισχύει πια")]);
  await releaseAll({ db: world.database.db, clock: () => world.now });
  expect((await take()).status).toBe(409);
});

test("its time over, it is not taken in the moment before it is given back", async () => {
  await later({ minutes: 61 });
  expect([(await take()).status, await outcome()]).toEqual([409, null]);
});

test("while its form is being confirmed it is not begun anew", async () => {
  await take();
  const { token_hash } = await form();
  await world.owner.query("begin");
  await world.owner.query("update booking_form set confirmed_at = seen_at where token_hash = $1", [token_hash]);
  const again = take();
  const isBehind = await waitsFor(again);
  await world.owner.query("commit");
  expect([isBehind, (await again).status]).toEqual([true, 409]);
  expect((await form()).token_hash).toEqual(token_hash);
});

/** The owner's own connection is in a transaction: another one looks. */
async function waitsFor(asked: Promise<unknown>): Promise<boolean> {
  const owner = new pg.Client({ connectionString: world.database.ownerUrl });
  await owner.connect();
  return waits({ ...world, owner }, asked, 0).finally(() => owner.end());
}

test("refused twice, or another one than is offered by now: nothing more is given back", async () => {
  const other = await desk.citizen.send(`${link}/waiting/refuse`, { ...fields, hold: crypto.randomUUID() });
  expect([other.status, await outcome()]).toEqual([303, null]);
  const pressed = await Promise.all([1, 2].map(() => aCitizen(world).send(`${link}/waiting/refuse`, fields)));
  expect([pressed.map(({ status }) => status), await outcome()]).toEqual([[303, 303], "refused"]);
  expect(await desk.rows("freed_place")).toHaveLength(1);
});

test("once its mailbox is another's, the link opens nothing", async () => {
  await world.owner.query("update appointment set email = 'other@gmail.com' where office_id = $1 and email = $2", [
    desk.office.id,
    desk.emailOf("alpha"),
  ]);
  expect((await desk.citizen.see(`${link}/waiting`)).status).toBe(404);
  expect((await take()).status).toBe(404);
});

test("the link of an appointment opens no wish, nor a wish's an appointment", async () => {
  expect((await desk.citizen.see(link)).status).toBe(404);
  const visit = await desk.bookedOnline("12:00", desk.emailOf("beta"));
  for (const page of ["waiting", "waiting/offer"])
    expect((await desk.citizen.see(`${visit}/${page}`)).status).toBe(404);
});
