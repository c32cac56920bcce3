import { afterAll, beforeAll, expect, test } from "vitest";
import { aDrawDesk, type DrawDesk } from "../../../test/draw-desk.ts";
import { aHead } from "../../../test/office-head.ts";
import { aWorld, type Clerk, type TestOffice, type World } from "../../../test/world.ts";

let world: World;
let desk: DrawDesk;
let heads: readonly Clerk[];
const SINCE = "2026-11-02T08:00Z";

beforeAll(async () => {
  world = await aWorld();
  desk = await aDrawDesk(world);
  heads = await Promise.all(desk.offices.map((office) => aHead(world, office)));
  await desk.rows("update draw_office set since = $1", SINCE);
});
afterAll(() => world.close());

interface Visits {
  readonly from: string;
  readonly count: number;
  readonly missed?: number;
  readonly status?: string;
  readonly service?: string;
  readonly channel?: string;
}

/** One after the other, from an hour on; @returns their ids. */
async function visits({ from, count, missed = 0, status = "served", service = "vehicle", channel = "phone" }: Visits) {
  const rows = await desk.rows(
    `insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name, first_name,
       channel, created_at)
     select $1::integer, gen_random_uuid(), 1, at, at + interval '10 minutes',
       case when n <= $4::integer then 'no-show' else $5::text end, at, $6::text, 'Δοκιμίδου', 'Ροδάνθη', $7::text,
       case when $7::text = 'in-person' then at else at - interval '3 days' end
     from generate_series(1, $3::integer) as n cross join lateral (
       select $2::timestamptz + make_interval(mins => n * 10) as at) as place
     returning id, created_at`,
    desk.offices[0]?.id,
    from,
    count,
    missed,
    status,
    service,
    channel,
  );
  return rows as { readonly id: string; readonly created_at: Date }[];
}

let wishes = 1000;
async function drawn(ids: readonly { readonly id: string }[], draw: number): Promise<void> {
  for (const { id } of ids) {
    const wish = String(wishes++);
    await desk.rows(
      `insert into draw_wish (draw, number, office, visit, kind, units, day_parts, offices, first, others, salt, made_at, is_confirmed)
       values ($1, $2, $3, $4, 'taxisnet', 1, '[]', array[$3::integer], 'day', false, repeat('0', 32), $5, true)`,
      draw,
      wish,
      desk.offices[0]?.id,
      id,
      SINCE,
    );
    await desk.rows(
      `insert into draw_result (draw, wish, turn, office, date, part, at, hold, until, made_at, answer, answered_at)
       values ($1, $2, 1, $3, '2026-11-10', 0, 0, $4, $5, $5, 'coming', $5)`,
      draw,
      wish,
      desk.offices[0]?.id,
      id,
      SINCE,
    );
  }
}

const seen = async (nth: number) => {
  const { body } = await (heads[nth] as Clerk).ask("GET", `${(desk.offices[nth] as TestOffice).code}/draws`);
  return body.services[0].noShows;
};

test("who did not come is compared once twenty were due before the draws, and twenty of those drawn", async () => {
  expect(await seen(0)).toBeNull();
  await visits({ from: "2026-10-20T07:00Z", count: 25, missed: 5 });
  const ofDraw = await visits({ from: "2026-11-10T07:00Z", count: 20, missed: 2 });
  await drawn(ofDraw.slice(1), desk.number);
  expect(await seen(0)).toBeNull();
  await drawn(ofDraw.slice(0, 1), desk.number + 1);
  expect(await seen(0)).toEqual({ before: { missed: 5, of: 25 }, drawn: { missed: 2, of: 20 } });
  expect(await seen(1)).toBeNull();
});

test("nobody else counts: too long ago, drawn before, of another service, not noted, cancelled, not drawn, or come without an appointment", async () => {
  const before = await seen(0);
  await visits({ from: "2026-09-06T07:00Z", count: 1 });
  await drawn(await visits({ from: "2026-10-19T07:00Z", count: 1 }), desk.number);
  await visits({ from: "2026-10-21T07:00Z", count: 1, service: "signature" });
  await visits({ from: "2026-10-22T07:00Z", count: 1, status: "booked" });
  await visits({ from: "2026-10-23T07:00Z", count: 1, status: "cancelled" });
  await visits({ from: "2026-11-11T07:00Z", count: 1 });
  const [walkIn] = await visits({ from: "2026-10-24T07:00Z", count: 1, channel: "in-person" });
  await desk.rows(
    "insert into appointment_event (office_id, appointment_id, version, kind, at) values ($1, $2, 1, 'booked', $3), ($1, $2, 2, 'arrived', $3)",
    desk.offices[0]?.id,
    walkIn?.id,
    walkIn?.created_at,
  );
  expect(await seen(0)).toEqual(before);
  await visits({ from: "2026-10-26T07:00Z", count: 1, channel: "in-person" });
  expect((await seen(0)).before).toEqual({ missed: 5, of: 26 });
});
