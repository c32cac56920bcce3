import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { patiently } from "../../../test/patience.ts";
import { setClock } from "../../../test/set-clock.ts";
import { SITE } from "../../../test/visit-desk.ts";
import { aWishDesk, type WishDesk } from "../../../test/wish-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

/** The process that offers a place is killed before its letter is on its way. */
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

const SCRIPT = fileURLToPath(new URL("../../../test/races/offerer.ts", import.meta.url));
/** Longer than anybody waits here */
const SLOWLY = { faults: [{ at: "data" as const, does: "delay" as const, ms: 600_000 }] };

/** Kills a process with no warning as soon as the database says so. */
async function killWhen(smtp: string, query: string): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT, world.database.appUrl, smtp, world.now.toString()], {
    stdio: "inherit",
  });
  const isSo = async () => (await world.owner.query(query, [desk.office.id])).rowCount;
  const ended = once(child, "exit");
  await expect
    .poll(isSo, { interval: 5, timeout: patiently(60_000) })
    .toBe(1)
    .finally(() => child.kill("SIGKILL"));
  await ended;
}

test.each([
  ["once the offer stands", "select from earlier_offer where office_id = $1"],
  [
    "while the letter is handed over",
    "select from mail where office_id = $1 and kind = 'wish-offer' and state = 'sending'",
  ],
])("killed %s, the place stays theirs and the letter comes, once", async (_, query) => {
  await desk.waits("alpha");
  await desk.waits("beta");
  await desk.givenUp("09:00");
  desk.smtp.knobs(SLOWLY);
  await killWhen(desk.smtp.url, query);
  desk.smtp.knobs({});
  const offers = () =>
    desk.smtp.messages(desk.emailOf("alpha")).filter(({ subject }) => subject.includes("Ελευθερώθηκε ώρα"));
  expect(offers(), "it was too early for the letter").toEqual([]);
  // What a sender had in hand is given up some minutes later.
  for (let round = 0; round < 3; round++) {
    await setClock(world, world.now.add({ minutes: 6 }));
    expect(await desk.offered()).toEqual(["alpha 09:00"]);
  }
  expect(offers()).toHaveLength(1);
  const link = desk.linkTo(desk.emailOf("alpha"));
  const taken = await desk.press(link, "waiting/offer", {}, "waiting/offer");
  expect(taken.headers.location).toBe("/book/who");
  const held = (await desk.rows("appointment")).filter(({ status }) => status === "held");
  expect(held).toHaveLength(1);
});
