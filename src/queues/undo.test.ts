import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openToCitizens } from "../../test/public-booking.ts";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { aWorld, type Reply, type World } from "../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
  await world.owner.query("delete from holiday");
});
afterAll(() => world.close());

const QUEUES = 3;
/** The first so many of them */
const PUBLIC = 2;
/** Both weekends on which the clock changes are in these weeks. */
const MONDAYS = ["2026-11-30", "2027-03-22", "2027-10-25"];
const DAYS = 7;
const RUNS = 12;

interface Change {
  readonly method: "POST" | "PUT";
  readonly path: string;
  readonly body: object;
}

const aDay = fc.integer({ min: 0, max: DAYS - 1 });
const aWeek = fc.constantFrom(...MONDAYS);
const aTime = fc.integer({ min: 0, max: 23 }).map((slot) => 480 + slot * 15);
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const on = (monday: string, day: number) => Temporal.PlainDate.from(monday).add({ days: day }).toString();

const visits = fc.uniqueArray(
  fc.record({
    queue: fc.integer({ min: 1, max: QUEUES }),
    day: aDay,
    minute: aTime,
    email: fc.constantFrom(null, "eleni@example.gr"),
    phone: fc.constantFrom(null, "+306944123456"),
    isOnline: fc.boolean(),
  }),
  { selector: ({ queue, day, minute }) => `${queue} ${day} ${minute}`, minLength: 5, maxLength: 60 },
);

/** What a head may do to a week that has appointments in it. */
const changeIn = (monday: string): fc.Arbitrary<Change> => {
  const span = fc.tuple(aDay, aDay).map(([a, b]) => [on(monday, Math.min(a, b)), on(monday, Math.max(a, b))] as const);
  const times = fc.tuple(aTime, fc.integer({ min: 1, max: 16 })).map(([from, slots]) => ({
    from: clock(from),
    to: clock(from + slots * 15),
  }));
  return fc.oneof(
    fc.tuple(fc.constantFrom(null, 1, 2, 3), span, fc.option(times)).map(([queue, [date, lastDate], part]) => ({
      method: "POST" as const,
      path: "exceptions",
      body: { queue, kind: "closed", date, lastDate, ...part, reason: "Απουσία" },
    })),
    span.map(([from, to]) => ({ method: "POST" as const, path: "queues/2/deactivation", body: { from, to } })),
    fc.constantFrom("deactivation", "archival", "hiding").map((act) => ({
      method: "POST" as const,
      path: `queues/2/${act}`,
      body: {},
    })),
    fc.tuple(span, times).map(([[from, to], { from: opens, to: closes }]) => ({
      method: "PUT" as const,
      path: "queues/3/hours",
      body: { from, to, week: { "1": [], "3": [{ opens, closes }], "7": [] } },
    })),
  );
};

const scenes = aWeek.chain((monday) =>
  fc.record({ monday: fc.constant(monday), visits, change: changeIn(monday), choices: fc.infiniteStream(fc.nat(3)) }),
);

test("whatever the head changes and decides, taking it back restores the week", async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(scenes, async ({ monday, visits: given, change, choices }) => {
      const desk = await aRulesDesk(world, { queues: QUEUES });
      await world.owner.query("update queue set is_public = number <= $2 where office_id = $1", [
        desk.office.id,
        PUBLIC,
      ]);
      for (const visit of given) await book(desk, monday, visit);
      const before = await weekOf(desk);
      const ask = (body: object) => desk.rule(change.method, change.path, body);
      const first = await ask(change.body);
      const made = first.status === 409 ? await ask(decided(change, first, choices)) : first;
      expect(made.body).toMatchObject({ moved: expect.any(Number) });
      moved += made.body.moved;
      if (made.body.change === null) return;
      expect(await weekOf(desk)).not.toEqual(before);
      const undone = await desk.takeBack(made.body.change);
      expect([undone.status, await weekOf(desk)]).toEqual([200, before]);
    }),
    { numRuns: RUNS },
  );
  expect(moved).toBeGreaterThan(0);
});

async function book(
  { office }: RulesDesk,
  monday: string,
  visit: { queue: number; day: number; minute: number; email: string | null; phone: string | null; isOnline: boolean },
): Promise<void> {
  await world.owner.query(
    `insert into appointment (office_id, id, queue, starts_at, ends_at, status_at, service, last_name, first_name, email, phone,
       channel, created_at)
     select $1, gen_random_uuid(), $2, start, start + interval '15 minutes', $8, 'signature', 'Παπαδοπούλου', 'Ελένη', $5, $6, $7, $8
     from (select ($3::date + make_interval(mins => $4)) at time zone 'Europe/Athens' as start) as s`,
    [
      office.id,
      visit.queue,
      on(monday, visit.day),
      visit.minute,
      visit.email,
      visit.phone,
      visit.isOnline && visit.queue <= PUBLIC ? "online" : "phone",
      world.now.toString(),
    ],
  );
}

/** She takes what is proposed, takes another place, keeps it, or has somebody call. */
function decided({ body }: Change, reply: Reply, choices: fc.Stream<number>): object {
  const taken = new Set<string>();
  const decisions = reply.body.proposal.appointments.map(({ appointment: { id, version }, ...one }: Proposed) => {
    const choice = choices.next().value;
    const wished = choice === 1 ? one.choices.find((place) => !taken.has(JSON.stringify(place))) : one.place;
    const to = wished ?? one.place;
    if (choice > 1 || !to || taken.has(JSON.stringify(to))) return { act: choice === 3 ? "call" : "keep", id, version };
    taken.add(JSON.stringify(to));
    return { act: "move", id, version, to };
  });
  return { ...body, decisions };
}

interface Proposed {
  readonly appointment: { readonly id: string; readonly version: number };
  readonly place: object | null;
  readonly choices: readonly object[];
}

/** All that a citizen or a clerk would notice: the rules, who stands where, and who is to be told something. */
async function weekOf({ office }: RulesDesk): Promise<object> {
  const rows = async (text: string) => (await world.owner.query(text, [office.id])).rows;
  return {
    queues: await rows(
      "select number, is_active, is_public, is_archived, is_default from queue where office_id = $1 order by 1",
    ),
    hours: await rows("select * from queue_hours where office_id = $1 order by queue, weekday, opens_minute, valid"),
    activity: await rows("select * from queue_activity where office_id = $1"),
    exceptions: await rows("select * from exception where office_id = $1"),
    visits: await rows(
      "select id, queue, starts_at, ends_at, status, kept_by, email, phone from appointment where office_id = $1 order by id",
    ),
    mails: await rows("select id from mail where office_id = $1 and state = 'planned'"),
    calls: await rows("select appointment_id from call where office_id = $1"),
  };
}
