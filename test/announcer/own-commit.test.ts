import { afterAll, beforeAll, expect, test } from "vitest";
import { aSibling, listen, type Sibling } from "../live-desks.ts";
import { aMinistryPerson, type MinistryPerson } from "../ministry-person.ts";
import { patiently } from "../patience.ts";
import { openToCitizens } from "../public-booking.ts";
import { aWorld, type World } from "../world.ts";

/** Two processes, each of which reads anew which languages citizens are offered when it hears that the ministry ruled. */
let world: World;
let own: Sibling;
let other: Sibling;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
  athina = await aMinistryPerson(world);
  [own, other] = [await aSibling(world), await aSibling(world)];
  const office = await world.anOffice();
  const clerk = await world.aClerk(office);
  for (const { url } of [own, other]) {
    const listener = await listen(url, clerk, office);
    await listener.next("fillings");
    if (listener.heard.some(({ name }) => name === "paused")) await listener.next("resync");
    listener.close();
  }
});
afterAll(async () => {
  for (const sibling of [own, other]) await sibling.close();
  await world.close();
});

const offersUkrainian = async ({ url }: Sibling) =>
  /hreflang="uk"|lang="uk"/.test(await (await fetch(`${url}/book`)).text());

async function switchUkrainian(isOn: boolean, version: number): Promise<void> {
  const { status } = await fetch(`${own.url}/api/ministry/languages/uk`, {
    method: "PUT",
    headers: {
      cookie: athina.cookie,
      "sec-fetch-site": "same-origin",
      "content-type": "application/json",
      "if-match": `"${version}"`,
    },
    body: JSON.stringify({ isOn }),
  });
  expect(status).toBe(200);
}

test("what a process remembers is forgotten with its own commit before it answers, and within a second by another's", async () => {
  for (let version = 1; version <= 8; version++) {
    const isOn = version % 2 === 1;
    for (const sibling of [own, other]) expect(await offersUkrainian(sibling)).toBe(!isOn);
    await switchUkrainian(isOn, version);
    expect(await offersUkrainian(own), `at once, the ${version}th time`).toBe(isOn);
    await expect.poll(() => offersUkrainian(other), { timeout: patiently(1_000), interval: 10 }).toBe(isOn);
  }
});
