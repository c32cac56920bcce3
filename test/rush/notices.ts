import { randomUUID } from "node:crypto";
import type { BlockList } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { startNotifying } from "../../src/partners/webhooks/start-notifying.ts";
import { networksIn } from "../../src/platform/networks.ts";
import { randomOf } from "../../trial/seed/random.ts";
import { aPartner, type TestPartner } from "../partner.ts";
import { openToCitizens } from "../public-booking.ts";
import { answering, aReceiver, endless, type Heard, type Receiver, silent } from "../receiver.ts";
import { setClock } from "../set-clock.ts";
import type { Clerk, TestOffice, World } from "../world.ts";

/**
 * Accredited systems that are down, slow or lie by turns are told of what they and clerks do with their appointments, while
 * connections of the database are cut under several senders.
 */
export interface Told {
  /** What went wrong, in words */
  readonly wrong: readonly string[];
  readonly acts: number;
  readonly notices: number;
  /** Heard, repetitions included */
  readonly heard: number;
  readonly cuts: number;
}

const SENDERS = 3;
const ANSWER_MS = 600;
const SOMETIMES_WELL = [answering(204), answering(204), answering(200)];
/** How each of three behaves for a while */
const MOODS = [
  // Down: it refuses whatever comes.
  [answering(500), answering(503), ...SOMETIMES_WELL],
  // Slow, or not at all.
  [
    silent,
    ((heard, reply) => void setTimeout(answering(204), 100, heard, reply)) as Receiver["behaves"],
    ...SOMETIMES_WELL,
  ],
  // It lies: has heard it and says that it has not, points elsewhere, talks without end.
  [answering(400), answering(302, { location: "http://127.0.0.1:1/" }), endless, ...SOMETIMES_WELL],
];

export async function notices(world: World, acts: number): Promise<Told> {
  const { random, clerk, office } = await anOpenOffice(world);
  const receivers = await Promise.all(MOODS.map(aReceiver));
  const partners: TestPartner[] = [];
  for (const { url } of receivers) partners.push(await aPartner(world, url));
  const networks = networksIn("") as BlockList;
  const deps = { db: world.database.db, clock: () => world.now, log: world.log };
  const senders = Array.from({ length: SENDERS }, () =>
    startNotifying({ ...deps, receivers: { networks, mayBeHere: true, answerMs: ANSWER_MS } }),
  );
  const wake = () => {
    for (const sender of senders) sender.wake();
  };
  const visits: Visit[] = [];
  let cuts = 0;
  for (let done = 0; done < acts; done++) {
    await act(world, { office, clerk, partners, random, visits });
    wake();
    if (done % 10 === 0)
      for (const [index, receiver] of receivers.entries()) receiver.behaves = random.pick(MOODS[index] ?? []);
    if (random.chance(0.05)) cuts += await cut(world);
    if (random.chance(0.2)) await setClock(world, world.now.add({ seconds: 30 }));
  }
  for (const receiver of receivers) receiver.behaves = answering(204);
  for (let left = 200; left > 0 && (await waiting(world)) > 0; left--) {
    await setClock(world, world.now.add({ minutes: 5 }));
    wake();
    await sleep(100);
  }
  await Promise.all(senders.map((sender) => sender.stop()));
  const { rows: planned } = await world.owner.query(
    "select partner, appointment_id as id, version, state from webhook_event",
  );
  const wrong = [
    ...planned.filter(({ state }) => state !== "delivered").map(({ id, state }) => `${id} is ${state}`),
    ...partners.flatMap(({ id }, index) =>
      faultsOf(
        planned.filter(({ partner }) => partner === id),
        (receivers[index] as Receiver).heard,
      ),
    ),
  ];
  await Promise.all(receivers.map((receiver) => receiver.close()));
  const heard = receivers.reduce((sum, receiver) => sum + receiver.heard.length, 0);
  return { wrong, acts, notices: planned.length, heard, cuts };
}

interface Visit {
  readonly id: string;
  readonly by: TestPartner;
}

interface Stage {
  readonly office: TestOffice;
  readonly clerk: Clerk;
  readonly partners: readonly TestPartner[];
  readonly random: ReturnType<typeof randomOf>;
  readonly visits: Visit[];
}

async function anOpenOffice(world: World) {
  await openToCitizens(world.owner);
  const office = await world.anOffice({ queues: 20, slotMinutes: 10 });
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  await world.owner.query("update office set online_counter_percent = 0, online_freed_minutes = 0 where id = $1", [
    office.id,
  ]);
  return { random: randomOf("notices"), clerk: await world.aClerk(office), office };
}

/** Whatever becomes of it: a connection may have been cut under it. */
async function act(world: World, { office, clerk, partners, random, visits }: Stage): Promise<void> {
  const time = `${String(random.whole(8, 14)).padStart(2, "0")}:${random.whole(0, 5)}0`;
  const place = { date: "2026-12-01", time };
  const visit = visits.length > 0 && random.chance(0.6) ? random.pick(visits) : null;
  if (!visit) {
    const by = random.pick(partners);
    const person = { lastName: "Γιασεμίδου", firstName: "Φανή", email: `fani${randomUUID()}@example.gr` };
    const body = { office: office.code, service: "signature", ...place, ...person };
    const { status, body: booked } = await by.ask("POST", "appointments", { body, key: randomUUID() });
    if (status === 201) visits.push({ id: booked.id, by });
    return;
  }
  const { rows } = await world.owner.query("select version from appointment where id = $1", [visit.id]);
  const [{ version }] = rows as [{ version: number }];
  const path = `${office.code}/appointments/${visit.id}`;
  const acts = [
    () => visit.by.ask("POST", `appointments/${visit.id}/move`, { version, body: place }),
    () => visit.by.ask("POST", `appointments/${visit.id}/cancellation`, { version }),
    () => clerk.ask("POST", `${path}/move`, { version, key: randomUUID(), body: { ...place, queue: null } }),
    () => clerk.ask("POST", `${path}/cancellation`, { version, body: {} }),
    () => clerk.ask("POST", `${path}/undo`, { version }),
  ];
  await random.pick(acts)();
}

async function cut(world: World): Promise<number> {
  const { rowCount } = await world.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  return rowCount ?? 0;
}

async function waiting(world: World): Promise<number> {
  const { rows } = await world.owner.query("select count(*)::int as count from webhook_event where state = 'planned'");
  return rows[0].count;
}

interface Planned {
  readonly id: string;
  readonly version: number;
}

/** Each was heard at least once, and of a visit none for the first time after a later one. */
function faultsOf(planned: readonly Planned[], heard: readonly Heard[]): string[] {
  const firstHeard = new Map<string, number>();
  for (const [at, { data }] of heard.entries()) {
    const name = `${data.id} ${data.version}`;
    if (!firstHeard.has(name)) firstHeard.set(name, at);
  }
  const byVisit = Map.groupBy(planned, ({ id }) => id);
  return [...byVisit.values()].flatMap((events) => {
    const inOrder = events.toSorted((a, b) => a.version - b.version);
    const times = inOrder.map(({ id, version }) => firstHeard.get(`${id} ${version}`) ?? -1);
    return inOrder.flatMap(({ id, version }, index) => {
      if (times[index] === -1) return [`${id} ${version} was never heard`];
      return index > 0 && (times[index] ?? 0) < (times[index - 1] ?? 0) ? [`${id} ${version} came too early`] : [];
    });
  });
}
