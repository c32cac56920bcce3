import { afterAll, beforeAll, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { CLOSES } from "../../../test/draw-desk.ts";
import { aWisher, lastWish } from "../../../test/draw-wisher.ts";
import { aDrawnDesk, type DrawnDesk } from "../../../test/drawn-desk.ts";
import { LIST, open, press } from "../../../test/own-visits.ts";
import { aTaxisnet, pathBack } from "../../../test/taxisnet.ts";
import { aWorld, type World } from "../../../test/world.ts";

let taxisnet: Awaited<ReturnType<typeof aTaxisnet>>;
let world: World;
let desk: DrawnDesk;
beforeAll(async () => {
  taxisnet = await aTaxisnet();
  world = await aWorld(taxisnet.settings);
  // By e-mail one gets a place at most: whoever signs in gets the other one, wherever they stand in the order.
  desk = await aDrawnDesk(world, { terms: { email_percent: 50 } });
});
afterAll(async () => {
  await desk.closeSound();
  await taxisnet.stop();
});

test("whoever signed in finds what was drawn among their visits, and cancels it there: it stays with the draw", async () => {
  const wisher = aWisher(world, desk);
  await wisher.signIn("fani");
  await wisher.wish({ by: "taxisnet", lastName: "", firstName: "", email: "fani@gmail.com" });
  const own = await lastWish(desk);
  for (const name of ["one", "two", "three"]) await desk.wishes(name);
  await desk.at(CLOSES);
  await desk.run();
  await desk.comes(own);
  const citizen = aCitizen(world);
  await citizen.see(await pathBack(citizen, "fani", "", LIST));
  const page = await open(citizen, "cancel");
  expect((await press(citizen, page)).headers.location).toMatch(/\/cancelled$/);
  expect(await desk.keptPlaces()).toBe(2);
  await desk.run();
  expect(await desk.keptPlaces()).toBe(2);
  expect(await desk.stands([own])).toEqual(["left"]);
});
