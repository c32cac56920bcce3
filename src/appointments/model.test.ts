import { afterAll, beforeAll, expect, test } from "vitest";
import * as should from "../../test/appointment-model.ts";
import { type Booked, type Model, QUEUES, type Service, STEP_NAMES, type Wish } from "../../test/appointment-model.ts";
import { type BookingDesk, deskOf } from "../../test/booking-desk.ts";
import { BY_WORKERS, doctorsFindings } from "../../test/doctor.ts";
import { aHead } from "../../test/office-head.ts";
import { aWorld, type Clerk, NOW, type Reply, type World } from "../../test/world.ts";
import { type Random, randomOf } from "../../trial/seed/random.ts";
import { clockText, clockTextOf, minuteOfDay, offsetText } from "../platform/time.ts";

/** Quality C10 in small; `MODEL_SEED=… MODEL_SEQUENCES=… npx vitest run src/appointments/model.test.ts` repeats or tries longer. */
const SEED = process.env.MODEL_SEED ?? String(Date.now());
const SEQUENCES = Number(process.env.MODEL_SEQUENCES ?? 6);
const ACTS = 60;

/** Few places and many acts: they meet. */
const DATES = ["2026-11-24", "2026-11-25"];
const TIMES = [645, 660, 675, 870, 885];
/** Past on the first day, beside the grid, after hours */
const WRONG_TIMES = [630, 890, 900];
const NAMES = ["Λιμνιώτη", "Καστανάς", "Πευκιανού"];

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test(`${SEQUENCES} × ${ACTS} acts in two offices end as the model says, in answers, days, views and history`, async () => {
  for (let number = 1; number <= SEQUENCES; number++) {
    const play = await aPlay(randomOf("model", SEED, number));
    const said = () => `MODEL_SEED=${SEED}, sequence ${number}\n${play.script.join("\n")}`;
    for (let count = 0; count < ACTS; count++) {
      pass(play, { seconds: 1 });
      const { expected, reply } = await play.random.pick(MOVES)(play);
      expect(reply.status, `${said()}\n${JSON.stringify(reply.body)}`).toBe(expected);
    }
    for (const desk of play.desks) expect(await seen(desk), said()).toEqual(wanted(play, desk));
    expect(await rows(play), said()).toEqual(viewed(play));
    expect(await folded(play), said()).toEqual(await stored(play));
    expect(await doctorsFindings(world.database.ownerUrl, world.now, BY_WORKERS), said()).toEqual([]);
  }
});

interface Play {
  readonly random: Random;
  readonly model: Model;
  readonly desks: readonly BookingDesk[];
  /** By the code of her office */
  readonly heads: ReadonlyMap<string, Clerk>;
  readonly script: string[];
}

async function aPlay(random: Random): Promise<Play> {
  world.now = NOW;
  const offices = [await world.anOffice({ queues: 2 }), await world.anOffice({ queues: 2 })];
  const clerk = await world.aClerk(...offices);
  return {
    random,
    model: { all: [], closed: [], date: "2026-11-24", minute: 642, now: offsetText(NOW) },
    desks: offices.map((office) => deskOf(office, clerk)),
    heads: new Map(
      await Promise.all(offices.map(async (office) => [office.code, await aHead(world, office)] as const)),
    ),
    script: [],
  };
}

function pass({ model }: Play, time: Temporal.DurationLike): void {
  world.now = world.now.add(time);
  model.minute = minuteOfDay(clockTextOf(world.now));
  model.now = offsetText(world.now);
}

/** Four minutes go by, in which nobody's rights grow old; a head who closes nothing for long stays signed in. */
async function wait(play: Play): Promise<Played> {
  pass(play, { minutes: 4 });
  play.script.push(`wait until ${play.model.now}`);
  await world.owner.query("update employee set synced_at = $1", [world.now.toString()]);
  await world.owner.query("update session set last_seen_at = $1", [world.now.toString()]);
  return book(play);
}

type Played = { readonly expected: number; readonly reply: Reply };
type Move = (play: Play) => Promise<Played>;

const MOVES: readonly Move[] = [
  book,
  book,
  book,
  move,
  move,
  change,
  change,
  cancel,
  cancel,
  undo,
  undo,
  undo,
  step,
  step,
  step,
  close,
  wait,
  byStranger,
];

async function book({ random, model, desks, script }: Play): Promise<Played> {
  const desk = random.pick(desks);
  const [wish, service, lastName] = [wishOf(random), serviceOf(random), random.pick(NAMES)];
  const { code } = desk.office;
  const place = should.find(model, code, wish, service);
  script.push(`book ${code} ${JSON.stringify(wish)} ${service} → ${JSON.stringify(place)}`);
  const reply = await desk.book({ ...placed(wish), service, lastName, firstName: "Δοκιμή" });
  if (place && reply.status === 201)
    expectSame(reply, should.add(model, code, reply.body.id, place, service, lastName));
  return { expected: place ? 201 : 409, reply };
}

function move(play: Play): Promise<Played> {
  return onOne(play, "move", async (it, desk, version) => {
    const wish = wishOf(play.random);
    const reply = desk.move(it.id, placed(wish), version);
    return [should.move(play.model, it, version, wish), await reply, wish];
  });
}

function change(play: Play): Promise<Played> {
  return onOne(play, "change", async (it, desk, version) => {
    const { random } = play;
    const wish = random.chance(0.7) ? { service: serviceOf(random) } : { lastName: random.pick(NAMES) };
    const reply = desk.change(it.id, wish, version);
    return [should.change(play.model, it, version, wish), await reply, wish];
  });
}

function cancel(play: Play): Promise<Played> {
  return onOne(play, "cancel", async (it, desk, version) => {
    const reply = desk.act(it.id, "cancellation", { version });
    return [should.cancel(play.model, it, version), await reply];
  });
}

function undo(play: Play): Promise<Played> {
  return onOne(play, "undo", async (it, desk, version) => {
    const reply = desk.act(it.id, "undo", { version });
    return [should.undo(play.model, it, version), await reply];
  });
}

function step(play: Play): Promise<Played> {
  return onOne(play, "step", async (it, desk, version) => {
    const { random } = play;
    const name = random.pick(STEP_NAMES);
    const wanted = random.chance(0.5) ? version : null;
    const reply = desk.act(it.id, name, wanted === null ? {} : { version: wanted });
    return [should.step(play.model, it, wanted, name), await reply, name];
  });
}

/** An appointment is not there for the other office, though the clerk works in both. */
async function byStranger({ random, model, desks, script }: Play): Promise<Played> {
  const it = random.pick(model.all);
  const stranger = desks.find(({ office }) => office.code !== it?.office) as BookingDesk;
  const id = it?.id ?? random.uuid();
  script.push(`stranger ${id}`);
  return {
    expected: 404,
    reply: await stranger.act(id, random.pick(["undo", "cancellation"]), { version: it?.version ?? 1 }),
  };
}

/** Half an hour without one of the queues; its head keeps whoever stands there. */
async function close(play: Play): Promise<Played> {
  const { random, model, desks, heads, script } = play;
  const { code } = random.pick(desks).office;
  const { date, queue, from } = random.pick(model.all)?.place ?? { date: DATES[0] as string, queue: 1, from: 870 };
  const wished = from + random.pick([-15, 0, 15]);
  const begin = date === model.date ? Math.max(wished, model.minute + 1) : wished;
  const part = { office: code, date, queue, from: begin, to: Math.max(from, begin) + 30 };
  script.push(`close ${JSON.stringify(part)}`);
  const head = heads.get(code) as Clerk;
  const times = { from: clockText(part.from), to: clockText(part.to) };
  const body = { queue, kind: "closed", date, ...times, reason: "Δοκιμή" };
  const ask = (more: object) =>
    head.ask("POST", `${code}/exceptions`, { body: { ...body, ...more }, key: random.uuid() });
  const first = await ask({});
  const shown = (first.body.proposal?.appointments ?? []) as Reply["body"][];
  const decisions = shown.map(({ appointment: { id, version } }) => ({ act: "keep", id, version }));
  const reply = shown.length > 0 ? await ask({ decisions }) : null;
  const kept = should.close(model, part, head.employeeId);
  const said = `${script.join("\n")}\n${first.status} ${JSON.stringify(first.body)}`;
  expect(shown.map(({ appointment }) => appointment.id).sort(), said).toEqual(kept.map(({ id }) => id).sort());
  return reply ? { expected: 200, reply } : book(play);
}

type On = (it: Booked, desk: BookingDesk, version: number) => Promise<readonly [number, Reply, unknown?]>;

/** One act on one appointment; now and then with an old version. */
async function onOne(play: Play, what: string, act: On): Promise<Played> {
  const { random, model, desks, script } = play;
  if (model.all.length === 0) return book(play);
  const it = random.pick(model.all);
  const version = random.chance(0.9) ? it.version : random.whole(1, it.version + 1);
  const desk = desks.find(({ office }) => office.code === it.office) as BookingDesk;
  const [expected, reply, how = ""] = await act(it, desk, version);
  script.push(`${what} ${it.id} v${version} ${JSON.stringify(how)} → ${expected}`);
  if (expected === 200 && reply.status === 200) expectSame(reply, it);
  return { expected, reply };
}

const expectSame = (reply: Reply, it: Booked) => expect(shown(reply.body)).toEqual(modelled(it));

const wishOf = (random: Random): Wish => ({
  date: random.pick(DATES),
  queue: random.pick([...QUEUES, null]),
  from: random.pick(random.chance(0.9) ? TIMES : WRONG_TIMES),
});
const serviceOf = (random: Random): Service => random.pick(["signature", "vehicle"] as const);
const placed = ({ date, queue, from }: Wish) => ({ date, queue, time: clockText(from) });

interface Shown {
  readonly id: string;
  readonly queue: number;
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  readonly status: string;
  readonly statusAt: string;
  readonly service: string;
  readonly lastName: string;
  readonly version: number;
}

const shown = ({ id, queue, date, time, minutes, status, statusAt, service, lastName, version }: Shown): Shown => ({
  id,
  queue,
  date,
  time,
  minutes,
  status,
  statusAt,
  service,
  lastName,
  version,
});

const modelled = ({ id, place, status, statusAt, service, lastName, version }: Booked): Shown => ({
  id,
  queue: place.queue,
  date: place.date,
  time: clockText(place.from),
  minutes: place.to - place.from,
  status,
  statusAt,
  service,
  lastName,
  version,
});

const byId = (a: Shown, b: Shown): number => (a.id < b.id ? -1 : 1);

async function seen(desk: BookingDesk): Promise<Shown[]> {
  const days = await Promise.all(DATES.map((date) => desk.day(date)));
  return days.flatMap(({ appointments }) => appointments.map(shown)).sort(byId);
}

const wanted = ({ model }: Play, { office }: BookingDesk): Shown[] =>
  model.all
    .filter((it) => it.office === office.code)
    .map(modelled)
    .sort(byId);

const codes = ({ desks }: Play): string[] => desks.map(({ office }) => office.code);

async function rows(play: Play) {
  const { rows } = await world.owner.query(
    `select office, queue, status, live, kept_by, to_char(starts_at at time zone 'Europe/Athens', 'YYYY-MM-DD HH24:MI') as starts,
       extract(epoch from ends_at - starts_at)::int / 60 as minutes
     from visits_check.appointment where office = any ($1) order by 1, 2, 3, 5, 6`,
    [codes(play)],
  );
  return sorted(rows);
}

const viewed = ({ model }: Play) =>
  sorted(
    model.all.map(({ office, place, status, kept }) => ({
      office,
      queue: place.queue,
      status,
      live: status !== "cancelled",
      kept_by: kept?.by ?? null,
      starts: `${place.date} ${clockText(place.from)}`,
      minutes: place.to - place.from,
    })),
  );

const sorted = (list: readonly object[]): string[] => list.map((row) => JSON.stringify(row)).sort();

/** Every appointment as its history makes it: as booked, then each change after the other. */
async function folded(play: Play): Promise<unknown[]> {
  const { rows } = await world.owner.query(
    `select appointment_id as id, kind, appointment_event.version, changes from appointment_event join office on office.id = office_id
     where code = any ($1) order by appointment_id, appointment_event.version`,
    [codes(play)],
  );
  const states = new Map<string, Record<string, unknown>>();
  for (const { id, version, changes } of rows) {
    const state = states.get(id) ?? {};
    expect(version).toBe(Number(state.version ?? 0) + 1);
    for (const [column, [before, after]] of Object.entries<[unknown, unknown]>(changes)) {
      if (column in state) expect(state[column], `${id} ${column}`).toEqual(before);
      state[column] = after;
    }
    states.set(id, { ...state, id, version });
  }
  return [...states.values()];
}

/** The same columns as the row has them in the end. */
async function stored(play: Play): Promise<unknown[]> {
  const { rows } = await world.owner.query(
    `select to_json(appointment) as row from appointment join office on office.id = office_id where code = any ($1) order by appointment.id`,
    [codes(play)],
  );
  const histories = (await folded(play)) as Record<string, unknown>[];
  return rows.map(({ row }, index) =>
    Object.fromEntries(Object.keys(histories[index] ?? {}).map((name) => [name, plain(row[name])])),
  );
}

const plain = (value: unknown): unknown =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? Temporal.Instant.from(value).toString() : value;
