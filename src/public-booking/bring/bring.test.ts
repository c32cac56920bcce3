import { afterAll, beforeAll, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { anItem } from "../../../test/items-to-bring.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { aWorld, type World } from "../../../test/world.ts";

/** «Να έχετε μαζί σας», before anything is booked. */

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
  const items = [
    anItem("Ταυτότητα", { english: "Identity card", mark: "original", cases: ["self"] }),
    anItem("Εξουσιοδότηση", { mark: "print", cases: ["proxy"] }),
    anItem("Βεβαίωση του δήμου", { mark: "found", cases: ["self", "proxy", "minor"] }),
  ];
  await world.owner.query("update service set to_bring = $1 where code = 'signature'", [JSON.stringify(items)]);
});
afterAll(() => world.close());

const see = (address: string) => aCitizen(world).see(address);

test("each line says for whom it holds, as what it is brought, and the case that was asked for is chosen", async () => {
  const { html, text } = await see("/book/bring?service=signature&case=proxy");
  expect(html).toMatch(/id="case-proxy" value="proxy" checked/);
  expect(html).toMatch(/<li class="for-self"><label><input type="checkbox"><span>Ταυτότητα/);
  expect(text).toContain("Εξουσιοδότηση (Με εξουσιοδότηση) εκτύπωση");
  expect(html).toMatch(/<li class="for-self for-minor for-proxy"><span class="bring__found">/);
  // Of a business nobody has said anything.
  expect(html).toMatch(/<li class="for-business">Για αυτή την περίπτωση ρωτήστε το ΚΕΠ/);
});

test("what is ticked has no name, so that it is sent nowhere", async () => {
  const { html } = await see("/en/book/bring?service=signature");
  expect(html).toContain("Identity card");
  const boxes = html.match(/<input type="checkbox"[^>]*>/g) ?? [];
  expect([boxes.length, boxes.every((box) => !box.includes("name="))]).toEqual([2, true]);
});

test("from the services it is one press away; of an unknown service one chooses another", async () => {
  expect((await see("/book/services")).html).toContain('href="/book/bring?service=signature"');
  expect((await see("/book/bring?service=nothing")).headers.location).toBe("/book/services");
  expect((await see("/book/bring?service=signature&case=<b>")).html).toMatch(/id="case-self" value="self" checked/);
  expect((await see("/book/bring?service=vehicle")).text).toContain("Για αυτή την περίπτωση ρωτήστε το ΚΕΠ.");
});

test("the database takes no line that nobody could read", async () => {
  for (const item of [
    { greek: "" },
    { mark: "copy" },
    { cases: [] },
    { cases: ["nobody"] },
    { cases: [7] },
    { english: 7 },
  ]) {
    const faulty = JSON.stringify([{ ...anItem("Ταυτότητα"), ...item }]);
    const written = world.owner.query("update service set to_bring = $1 where code = 'vehicle'", [faulty]);
    await expect(written, faulty).rejects.toThrow(/service_to_bring_check/);
  }
});
