import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../../test/citizen.ts";
import { anEntranceScreen } from "../../../../test/entrance-screen.ts";
import { setClock } from "../../../../test/set-clock.ts";
import { aVisitDesk, DAY, type VisitDesk } from "../../../../test/visit-desk.ts";
import { aWorld, NOW, type World } from "../../../../test/world.ts";

/** The own place in the line on the day of the visit, from whatever its citizen holds. */

let world: World;
let desk: VisitDesk;
let link: string;
let token: string;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await setClock(world, NOW);
  desk = await aVisitDesk(world);
  link = await desk.bookedOnline("09:00");
  token = link.split("/").at(-1) as string;
});

const onTheDay = () => setClock(world, Temporal.Instant.from(`${DAY}T08:50:00+02:00`));
const AT_SCREEN = "Μόλις φτάσετε, δείξτε τον κωδικό του ραντεβού στην οθόνη της εισόδου ή πείτε το σε μια θυρίδα.";
const AT_COUNTER = "Μόλις φτάσετε, πείτε το σε μια θυρίδα. Μετά βλέπετε εδώ τη σειρά σας.";
const row = async () =>
  (
    await world.owner.query("select id, reference, version from appointment where office_id = $1 and live", [
      desk.office.id,
    ])
  ).rows[0];
const see = (address: string) => aCitizen(world).see(address);
/** The letter's page, and the slip's as it was when it was confirmed */
const pages = () => [link, `${link}/done`];

test("before the day nothing of a line is said, and the place's own address leads nowhere", async () => {
  for (const page of pages()) expect((await see(page)).text).not.toMatch(/Η σειρά σας τώρα|Μόλις φτάσετε/);
  expect((await see(`/line/${token}`)).status).toBe(404);
});

test("on the day, letter and slip say how one says that one has come, and so does the place itself", async () => {
  await onTheDay();
  for (const page of [...pages(), `/line/${token}`]) expect((await see(page)).text).toContain(AT_COUNTER);
  await anEntranceScreen(world, desk.office);
  for (const page of [...pages(), `/line/${token}`]) expect((await see(page)).text).toContain(AT_SCREEN);
  expect((await see(`/line/${token}`)).text).toContain("Δεν σημειώθηκε ακόμη ότι ήρθατε");
  expect((await see(`/line/${token}/leave`)).status).toBe(303);
});

test("once they have come, letter and slip lead to the place, in the reader's language", async () => {
  await onTheDay();
  const { id, version } = await row();
  await desk.clerk.ask("POST", `${desk.office.code}/appointments/${id}/arrival`, { version });
  for (const page of pages()) {
    const { text, html } = await see(page);
    expect(text).toContain("Η σειρά σας τώρα");
    expect(html).toContain(`href="/line/${token}"`);
    expect(text).not.toContain("Μόλις φτάσετε");
  }
  expect((await see(`/line/${token}`)).text).toContain("Ο αριθμός σας");
  expect((await see(`/en${link}/done`)).html).toContain(`href="/en/line/${token}"`);
});

test("an arrival that was taken back is none: the key that was given with it says so", async () => {
  await onTheDay();
  const screen = await anEntranceScreen(world, desk.office);
  const { id, reference } = await row();
  await screen.send("/entrance", { code: reference, ok: "1" });
  expect((await see(`/line/${screen.key()}`)).text).toContain("Ο αριθμός σας");
  await desk.clerk.ask("POST", `${desk.office.code}/appointments/${id}/undo`, { version: (await row()).version });
  expect((await see(`/line/${screen.key()}`)).text).toContain(AT_SCREEN);
  expect((await screen.see("/entrance/number")).text).toContain("Ο αριθμός δεν ισχύει πια");
});

test("when the visit is over, or was cancelled, no page says anything of a line", async () => {
  await onTheDay();
  await world.owner.query("update appointment set status = 'cancelled' where office_id = $1", [desk.office.id]);
  for (const page of [link, `${link}/done`, `/line/${token}`])
    expect((await see(page)).text).not.toMatch(/Η σειρά σας τώρα|Μόλις φτάσετε/);
});
