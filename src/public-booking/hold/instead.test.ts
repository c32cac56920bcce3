import { afterAll, beforeAll, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
});
afterAll(() => world.close());

async function closingAt(closes: number): Promise<TestOffice> {
  const office = await world.anOffice({ closes });
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  return office;
}

test("those who are told at once that a time is gone are shown others, each of their own office and service", async () => {
  const [early, late] = [await closingAt(720), await closingAt(900)];
  const shown = async (office: TestOffice, service: string) => {
    // Between two times that are offered.
    const gone = await aCitizen(world).choose(office, "2026-11-25", "14:50", service);
    const latest = [...gone.html.matchAll(/name="at" value="2026-11-25T([^"]*)"/g)].map(([, time]) => time).at(-1);
    return [gone.status, latest];
  };
  expect(await shown(late, "signature")).toEqual([409, "14:45"]);
  expect(await shown(early, "signature")).toEqual([409, "11:45"]);
  expect(await shown(late, "vehicle")).toEqual([409, "14:30"]);
});

test("a time that came too near between look and press is not called taken, at the press and when the ten minutes are over", async () => {
  const office = await closingAt(900);
  const late = aCitizen(world);
  const near = await late.choose(office, "2026-11-24", "11:30");
  expect([near.status, near.text.includes("Η ώρα 11:30 είναι πια πολύ κοντά")]).toEqual([409, true]);
  expect(near.text).not.toContain("δόθηκε");
  expect(near.html).toContain('value="2026-11-24T11:45"');
  expect((await late.choose(office, "2026-11-24", "11:45")).status).toBe(303);
  world.now = NOW.add({ minutes: 15 });
  const over = await late.see("/book/who");
  world.now = NOW;
  expect([over.status, over.text.includes("Η ώρα 11:45 είναι πια πολύ κοντά")]).toEqual([409, true]);
  const taken = await aCitizen(world).choose(office, "2026-11-24", "14:50");
  expect(taken.text).toContain("Η ώρα 14:50 μόλις δόθηκε");
});
