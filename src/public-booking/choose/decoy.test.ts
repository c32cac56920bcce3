import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { patiently } from "../../../test/patience.ts";
import { aVisitDesk, DAY, SITE, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { decoyTime } from "./decoy.ts";

/** A time that only programs find: whoever presses it is answered as anybody else, and counted. */
let world: World;
let desk: VisitDesk;
beforeAll(async () => {
  world = await aWorld({ TRUST_PROXY: "127.0.0.1", PUBLIC_BASE_URL: SITE });
});
afterAll(() => world.close());
beforeEach(async () => {
  desk = await aVisitDesk(world);
});

const from = (ip: string): Citizen => aCitizen(world, { "x-forwarded-for": ip });
const page = () => `/book/offices/${desk.office.code}/days/${DAY}?service=signature`;
const decoy = () => decoyTime({ office: desk.office.code, date: DAY });
const acts = async (): Promise<string[]> =>
  (await world.owner.query("select what from network_act order by id")).rows.map(({ what }) => what);

test("the day's page has one time that nobody offers, hidden from eyes, keys and ears, and says in words that it is none", async () => {
  const { html } = await from("203.0.113.9").see(page());
  const hidden =
    /<div class="no-time" aria-hidden="true"><button name="at" value="([^"]*)" tabindex="-1">([^<]*)</.exec(html);
  expect(hidden?.slice(1)).toEqual([`${DAY}T${decoy()}`, "Εδώ δεν υπάρχει ώρα. Μην το πατήσετε."]);
  expect(Number(decoy().slice(3)) % 5).toBeGreaterThan(0);
  expect(html.split("no-time").length).toBe(2);
});

test("whoever presses it is answered as for a time just taken, is noted once, and books like anybody else afterwards", async () => {
  const program = from("203.0.113.10");
  const [first, second] = [
    await program.choose(desk.office, DAY, decoy()),
    await program.choose(desk.office, DAY, decoy()),
  ];
  expect([first.status, second.status, first.text]).toEqual([
    409,
    409,
    expect.stringContaining(`Η ώρα ${decoy()} μόλις δόθηκε`),
  ]);
  expect((await program.choose(desk.office, DAY, "09:00")).headers.location).toBe("/book/who");
  const late = await from("203.0.113.11").choose(desk.office, DAY, "09:00");
  expect([late.status, late.text]).toEqual([409, expect.stringContaining("Η ώρα 09:00 μόλις δόθηκε")]);
  // Written after some seconds
  await expect.poll(acts, { timeout: patiently(6_000) }).toEqual(["decoy"]);
});

test("where times lie beside the five minutes there is none: it could be one of them", async () => {
  await world.owner.query("update queue set slot_minutes = 13 where office_id = $1", [desk.office.id]);
  expect((await from("203.0.113.9").see(page())).html).not.toContain("no-time");
});
