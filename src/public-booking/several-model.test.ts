import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCitizen } from "../../test/citizen.ts";
import { openToCitizens } from "../../test/public-booking.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../test/world.ts";
import { minutesTogether } from "../appointments/place/length.ts";

/**
 * Random visits of one to four people and services in an office with queues of other grids: what is shown is what can be taken,
 * for just as long as the rule says, and nothing overlaps. With SEVERAL_SEEDS as many as one likes.
 */
const SEEDS = Number(process.env.SEVERAL_SEEDS ?? 12);
const MOST_MS = 600_000 + SEEDS * 5_000;

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
});
afterAll(() => world.close());

const DAY = "2026-11-25";
const MINUTES = new Map([
  ["signature", 10],
  ["vehicle", 30],
]);
const code = fc.constantFrom(...MINUTES.keys());
const people = fc.array(fc.array(code, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
const story = fc.record({
  slot: fc.constantFrom(5, 10, 15, 20),
  common: fc.constantFrom(0, 3, 8, 12),
  visits: fc.array(fc.record({ people, at: fc.nat(), elsewhere: fc.nat() }), { minLength: 3, maxLength: 6 }),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

const textOf = (visit: readonly (readonly string[])[]) => visit.map((codes) => codes.join()).join(";");
const clock = (minute: number) =>
  `${`${Math.floor(minute / 60)}`.padStart(2, "0")}:${`${minute % 60}`.padStart(2, "0")}`;

async function anOfficeOf({ slot, common }: Story): Promise<TestOffice> {
  const office = await world.anOffice();
  await world.owner.query("update queue set is_public = true, slot_minutes = $2 where office_id = $1", [
    office.id,
    slot,
  ]);
  await world.owner.query(
    "update office set common_minutes = $2, online_counter_percent = 0, online_held_percent = 100 where id = $1",
    [office.id, common],
  );
  return office;
}

async function timesOf(office: TestOffice, service: string): Promise<readonly string[] | number> {
  const query = new URLSearchParams({ service, from: DAY, to: DAY });
  const reply = await world.app.inject({ url: `/api/public/v1/offices/${office.code}/times?${query}` });
  return reply.statusCode === 200 ? reply.json().days[0].times : reply.statusCode;
}

const hold = async (office: TestOffice, time: string, service: string) =>
  (await aCitizen(world).choose(office, DAY, time, service)).headers.location === "/book/who";

test(`${SEEDS} offices: free times are those that can be taken, none overlaps, each is as long as the rule says`, {
  timeout: MOST_MS,
}, async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      world.now = NOW;
      const office = await anOfficeOf(told);
      for (const { people: visit, at, elsewhere } of told.visits) {
        const service = textOf(visit);
        const minutes = minutesTogether(visit.flat(), { minutes: MINUTES, common: told.common, longer: 0 });
        const times = await timesOf(office, service);
        if (typeof times === "number") {
          expect([times, minutes > 120 && visit.flat().length > 1]).toEqual([422, true]);
          expect(await hold(office, "09:00", service)).toBe(false);
          continue;
        }
        const other = clock((elsewhere % (24 * 12)) * 5);
        if (!times.includes(other)) expect(await hold(office, other, service), `${other} is not offered`).toBe(false);
        if (times.length === 0) continue;
        const time = times[at % times.length] as string;
        expect(await hold(office, time, service), `${time} is offered`).toBe(true);
        const { rows } = await world.owner.query(
          `select extract(epoch from ends_at - starts_at)::integer / 60 as minutes from appointment
           where office_id = $1 and status = 'held' and starts_at = $2 order by created_at desc limit 1`,
          [office.id, `${DAY} ${time} Europe/Athens`],
        );
        expect(rows[0].minutes).toBe(Math.ceil(minutes / told.slot) * told.slot);
      }
      const { rows: overlaps } = await world.owner.query(
        `select from appointment as a join appointment as b on a.office_id = b.office_id and a.queue = b.queue and a.id < b.id
         where a.office_id = $1 and a.live and b.live and a.starts_at < b.ends_at and b.starts_at < a.ends_at`,
        [office.id],
      );
      expect(overlaps).toEqual([]);
    }),
    { numRuns: SEEDS },
  );
});
