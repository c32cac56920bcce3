import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { aCitizen } from "../citizen.ts";
import { aSibling, type Sibling } from "../live-desks.ts";
import { aMinistryPerson } from "../ministry-person.ts";
import { aHead } from "../office-head.ts";
import { patiently } from "../patience.ts";
import { openToCitizens } from "../public-booking.ts";
import { aWorld, NOW, type TestOffice, type World } from "../world.ts";

/** Two processes that remember the pages before a time is chosen; what is done comes by a third. */
let world: World;
let siblings: [Sibling, Sibling];
let office: TestOffice;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true");
  await world.owner.query("update office set latitude = 38, longitude = 23.7, settings_version = settings_version + 1");
  siblings = [await aSibling(world), await aSibling(world)];
});
beforeEach(() => {
  world.now = NOW;
});
afterAll(async () => {
  for (const sibling of siblings) await sibling.close();
  await world.close();
});

const seenAt = async ({ url }: Sibling, path: string): Promise<string> => (await fetch(`${url}${path}`)).text();

/** The longest that anybody is shown what is so no more: until the notice has come, and a second */
const SOON = { timeout: patiently(2_500), interval: 50 };

/** Until both answer without a look at the database but for the service that an address names, also a second later. */
async function remembered(path: string): Promise<void> {
  const named = path.includes("service=") ? 1 : 0;
  for (const sibling of siblings) {
    const looks = [vi.spyOn(sibling.db, "read"), vi.spyOn(sibling.db.nation, "sql")];
    const count = () => looks.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    await expect
      .poll(
        async () => {
          await seenAt(sibling, path);
          await new Promise((resolve) => setTimeout(resolve, 1_100));
          const before = count();
          await seenAt(sibling, path);
          return count() - before;
        },
        { timeout: patiently(10_000) },
      )
      .toBe(named);
    for (const look of looks) look.mockRestore();
  }
}

async function tells(path: string, act: () => Promise<unknown>, has: (html: string) => boolean): Promise<void> {
  await remembered(path);
  for (const sibling of siblings) expect(has(await seenAt(sibling, path))).toBe(false);
  await act();
  for (const sibling of siblings) await expect.poll(async () => has(await seenAt(sibling, path)), SOON).toBe(true);
}

test(
  "what a head or the ministry changes is on the pages that tell of it, at either process",
  async () => {
    const head = await aHead(world, office);
    const ministry = await aMinistryPerson(world);
    const phoned = async (phone: string) => {
      const { version } = (await head.ask("GET", `${office.code}/settings`)).body;
      const { status } = await head.ask("PATCH", `${office.code}/settings`, { body: { phone }, version });
      expect(status).toBe(200);
    };
    await tells(
      `/book/offices/${office.code}`,
      () => phoned("2105550111"),
      (html) => html.includes("2105550111"),
    );
    await tells(
      "/book/services",
      async () => {
        const { services } = (await ministry.rule("GET", "services")).body;
        const { version } = services.find(({ code }: { code: string }) => code === "vehicle");
        const answer = await ministry.rule("PATCH", "services/vehicle", {
          body: { name: "Μεταβίβαση μηχανής" },
          version,
        });
        expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      },
      (html) => html.includes("Μεταβίβαση μηχανής"),
    );
  },
  patiently(60_000),
);

test(
  "a time that somebody takes is not the earliest any more, at either process",
  async () => {
    await tells(
      "/book/earliest?service=signature&lat=38.00&lon=23.70&within=15",
      async () => {
        const taken = await aCitizen(world).choose(office, "2026-11-24", "11:45");
        expect(taken.headers.location).toBe("/book/who");
      },
      (html) => !html.includes("2026-11-24T11:45"),
    );
  },
  patiently(30_000),
);
