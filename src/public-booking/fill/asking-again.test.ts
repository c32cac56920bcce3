import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../../test/world.ts";

/** What keeps a form from being sent by another site, and from sending letters without end. */

let world: World;
let office: TestOffice;
let citizen: Citizen;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  citizen = aCitizen(world);
  await citizen.choose(office, "2026-11-25", "09:00");
  await citizen.send("/book/who", { who: "self", lastName: "Γιασεμίδου", firstName: "Φανή" });
});

const email = () => `fani${office.code}@example.gr`;
const letters = async () =>
  (await world.owner.query("select from mail where office_id = $1 and kind = 'confirm-link'", [office.id])).rows.length;
const again = () => citizen.send("/book/sent", {});
const later = (seconds: number) => {
  world.now = world.now.add({ seconds });
};

test("the letter with the link is sent again after a minute, and no sooner", async () => {
  expect((await citizen.confirm({ how: "email", email: email() })).headers.location).toBe("/book/sent");
  expect(await letters()).toBe(1);
  later(59);
  const soon = await again();
  expect([soon.status, soon.text]).toEqual([429, expect.stringContaining("σε 1 λεπτό")]);
  expect(await letters()).toBe(1);
  later(1);
  expect((await again()).headers.location).toBe("/book/sent");
  expect(await letters()).toBe(2);
});

test("five letters leave for a form at most, to however many addresses, and whoever asks for more is told", async () => {
  await citizen.confirm({ how: "email", email: email() });
  for (let number = 1; number < 5; number++)
    expect((await citizen.send("/book/address", { email: `n${number}${email()}` })).headers.location).toBe(
      "/book/sent",
    );
  expect(await letters()).toBe(5);
  const more = await citizen.send("/book/address", { email: `n5${email()}` });
  expect([more.status, more.text]).toEqual([429, expect.stringContaining("Έχουν σταλεί ήδη πέντε μηνύματα")]);
  expect(await letters()).toBe(5);
  const back = await citizen.confirm({ how: "email", email: `n6${email()}` });
  expect([back.status, back.text]).toEqual([422, expect.stringContaining("Έχουν σταλεί ήδη πέντε μηνύματα")]);
});

test("whoever goes back and types another address gets the letter there at once", async () => {
  await citizen.confirm({ how: "email", email: email() });
  later(5);
  await citizen.confirm({ how: "email", email: `other${email()}` });
  expect(await letters()).toBe(2);
});

test("a browser that does not say from where a form came must send what only a page of ours could have told it", async () => {
  const { html } = await citizen.see("/book/who");
  const mark = /name="mark" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const sent = (fields: Readonly<Record<string, string>>) =>
    world.app.inject({
      method: "POST",
      url: "/book/who",
      headers: {
        cookie: `__Host-booking=${citizen.cookie()}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      payload: new URLSearchParams({ who: "self", lastName: "Ξένος", firstName: "Άλλος", ...fields }).toString(),
    });
  expect((await sent({})).statusCode).toBe(403);
  expect((await sent({ mark: mark.slice(1) })).statusCode).toBe(403);
  expect((await citizen.see("/book/check")).text).toContain("Γιασεμίδου");
  const accepted = await sent({ mark });
  expect(accepted.statusCode).toBe(303);
  citizen.keep("__Host-booking", accepted.cookies[0]?.value ?? "");
  expect((await citizen.see("/book/check")).text).toContain("Ξένος");
});
