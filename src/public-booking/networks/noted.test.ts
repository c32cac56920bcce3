import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { patiently } from "../../../test/patience.ts";
import { aVisitDesk, DAY, SITE, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";

/** What citizens do online is noted by network, and nobody waits for it. */
let world: World;
let desk: VisitDesk;
beforeAll(async () => {
  world = await aWorld({ TRUST_PROXY: "127.0.0.1", PUBLIC_BASE_URL: SITE });
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.owner.query("delete from network_act");
  desk = await aVisitDesk(world);
});

const from = (ip: string): Citizen => aCitizen(world, { "x-forwarded-for": ip });
const acts = async (): Promise<string[]> =>
  (await world.owner.query("select what from network_act order by id")).rows.map(({ what }) => what);
/** Written after some seconds */
const noted = () => expect.poll(acts, { timeout: patiently(6_000) });
const said = { who: "self", lastName: "Γιασεμίδου", firstName: "Φανή" };

async function press(citizen: Citizen, link: string, part: string, on = part): Promise<void> {
  const { html } = await citizen.see(on === "" ? link : `${link}/${on}`);
  const hidden = [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  const fields = Object.fromEntries(hidden);
  // Pressed twice
  await citizen.send(`${link}/${part}`, fields);
  await citizen.send(`${link}/${part}`, fields);
}

test("a booking by telephone number, one by a letter and a cancellation are noted once each, however often pressed", async () => {
  await world.owner.query("update office_settings set online_by_phone = true where office_id = $1", [desk.office.id]);
  const citizen = from("203.0.113.7");
  await citizen.choose(desk.office, DAY, "09:00");
  await citizen.send("/book/who", said);
  for (let index = 0; index < 2; index++) await citizen.confirm({ how: "phone", phone: "6912345678" });
  const link = await desk.asked("09:15");
  await press(from("203.0.113.8"), link, "confirm", "");
  await noted().toEqual(["booked", "booked"]);
  await press(from("203.0.113.8"), await desk.bookedOnline("10:00", "other@gmail.com"), "cancel");
  // Confirmed by this machine itself, of which nothing is noted.
  await noted().toEqual(["booked", "booked", "cancelled"]);
});

test("who books waits for nothing of it, even while nothing can be written there", async () => {
  const { owner } = world;
  const link = await desk.asked("09:15");
  await owner.query("begin; lock table network_act, network_key in access exclusive mode");
  await press(from("203.0.113.8"), link, "confirm", "");
  const { rows } = await owner.query("select status from appointment where office_id = $1", [desk.office.id]);
  await owner.query("rollback");
  expect(rows).toEqual([{ status: "booked" }]);
  await noted().toEqual(["booked"]);
});
