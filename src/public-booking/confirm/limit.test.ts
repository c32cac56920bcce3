import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, holdIn } from "../../../test/citizen.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { aTaxisnet, identify } from "../../../test/taxisnet.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../../test/world.ts";

/** How many appointments one person may have: by who comes, where it is known who books. */

let taxisnet: Awaited<ReturnType<typeof aTaxisnet>>;
let world: World;
let office: TestOffice;
beforeAll(async () => {
  taxisnet = await aTaxisnet();
  world = await aWorld(taxisnet.settings);
  await openToCitizens(world.owner);
});
afterAll(async () => {
  await world.close();
  await taxisnet.stop();
});
beforeEach(async () => {
  world.now = NOW;
  await world.owner.query("delete from online_person");
  office = await anOpenOffice();
});

async function anOpenOffice() {
  const made = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [made.id]);
  await world.owner.query(
    "update office set phone = '+302310123456', online_by_phone = true, online_counter_percent = 0 where id = $1",
    [made.id],
  );
  return made;
}

interface Wish {
  readonly time: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly at?: TestOffice;
  readonly date?: string;
}

/** Up to the page that is confirmed, of somebody whom the government has named. */
async function filledIn({ time, at = office, date = "2026-11-25", ...names }: Wish) {
  const citizen = aCitizen(world);
  await citizen.choose(at, date, time);
  await citizen.send("/book/who", { who: "relative", ...names });
  await identify(citizen, "fani");
  const page = await citizen.see("/book/check");
  return { page, confirm: () => citizen.send("/book/check", { hold: holdIn(page.html), email: "", phone: "" }) };
}

const bookedFor = async (wish: Wish) => (await (await filledIn(wish)).confirm()).headers.location;

test("a relative is counted by their own name over all offices, and it is said before the last press", async () => {
  const [here, there] = [office, await anOpenOffice()];
  const thomas = { lastName: "Γιασεμίδης", firstName: "Θωμάς" };
  expect(await bookedFor({ time: "09:00", ...thomas })).toBe("/book/done");
  expect(await bookedFor({ time: "09:00", at: there, lastName: "ΓΙΑΣΕΜΙΔΗΣ", firstName: "Θωμας" })).toBe("/book/done");
  const { page, confirm } = await filledIn({ time: "10:00", at: here, ...thomas });
  const said = "Γιασεμίδης Θωμάς: ήδη 2\u00a0ραντεβού που ισχύουν. Ακυρώστε ένα ή αφαιρέστε το πρόσωπο.";
  expect([page.status, page.html.includes(said), page.html.includes('href="tel:+302310123456"')]).toEqual([
    409,
    true,
    true,
  ]);
  const pressed = await confirm();
  expect([pressed.status, pressed.html.includes(said)]).toEqual([409, true]);
  expect(pressed.text, "what was typed stays").toContain("Γιασεμίδης Θωμάς");
  expect(await bookedFor({ time: "10:30", lastName: "Γιασεμίδου", firstName: "Άννα" })).toBe("/book/done");
});

test("all who come are four times the limit at most, and of two presses at once in two offices only one is in time", async () => {
  for (let index = 0; index < 7; index++)
    expect(
      await bookedFor({ time: `${9 + (index >> 1)}:${index % 2 ? "30" : "00"}`.padStart(5, "0"), ...stranger(index) }),
    ).toBe("/book/done");
  const [one, other] = [
    await filledIn({ time: "09:00", date: "2026-11-26", ...stranger(8) }),
    await filledIn({ time: "10:00", at: await anOpenOffice(), ...stranger(9) }),
  ];
  const pressed = await Promise.all([one.confirm(), other.confirm()]);
  expect(pressed.map(({ status }) => status).sort()).toEqual([303, 409]);
  expect(pressed.find(({ status }) => status === 409)?.text).toContain(
    "περισσότερα πρόσωπα από όσα επιτρέπονται τη φορά (8)",
  );
});

const stranger = (index: number) => ({ lastName: `Άγνωστος${"αβγδεζηθικ"[index]}`, firstName: "Ν" });

test("by telephone or mailbox alone names open nothing: visits are counted, whoever comes", async () => {
  const by = async (time: string, lastName: string) => {
    const citizen = aCitizen(world);
    await citizen.choose(office, "2026-11-25", time);
    await citizen.send("/book/who", { who: "relative", lastName, firstName: "Ν" });
    return citizen.confirm({ how: "phone", phone: "6944112233" });
  };
  expect((await by("09:00", "Άλφας")).status).toBe(303);
  expect((await by("09:30", "Βήτας")).status).toBe(303);
  const third = await by("10:00", "Γάμμας");
  expect([third.status, third.html.includes("Έχετε ήδη όσα ραντεβού επιτρέπονται (2)")]).toEqual([409, true]);
});
