import { setTimeout as sleep } from "node:timers/promises";
import { AUDIT_ACTS } from "../src/audit/acts.ts";
import { sealSome } from "../src/audit/seal/start-sealing.ts";
import { verifyAudit } from "../src/audit/seal/verify.ts";
import { trailPage, trailTally } from "../src/audit/trail/trail-sql.ts";
import { openOwner } from "../src/platform/database/owner.ts";
import { openPool } from "../src/platform/database/pool.ts";
import { databaseOf } from "../src/platform/database/transaction.ts";
import { load } from "./load.ts";
import { type Machine, OFFICES, startMachine } from "./machine.ts";
import { booking } from "./works.ts";
import { placeOf } from "./world.ts";

/** What the audit costs at the nation's size: to seal, to prove, to ask who saw a person. Writes nothing down. */
const ENTRIES = Number(process.env.BENCH_ENTRIES ?? 20_000_000);
const BOOKINGS = Number(process.env.BENCH_BOOKINGS ?? 6_000);
const ASKED = 200;
const KEY = "a-key-of-the-measurement-that-is-long-enough";

const machine = await startMachine();
const owner = openOwner(machine.ownerUrl);
const pool = openPool(machine.appUrl, 2, () => {});
const db = databaseOf(pool);
const say = (line: string) => process.stdout.write(`${line}\n`);

await behindBookings(machine);
await atNationalSize(machine);
await whoSaw(machine);
await proved();
await pool.end();
await owner.close();
await machine.close();

/** How far sealing falls behind while offices book as fast as they can. */
async function behindBookings({ world, sql }: Machine): Promise<void> {
  const first = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 400 });
  const lags: number[] = [];
  const done = new AbortController();
  const watching = (async () => {
    while (!done.signal.aborted) {
      await sleep(500);
      const { rows } = await sql.query(
        "select extract(epoch from clock_timestamp() - min(at)) as lag from audit_unsealed",
      );
      lags.push(Number(rows[0].lag ?? 0));
    }
  })();
  const booked = await load(machine.service, BOOKINGS, 10, (index) =>
    booking(machine, index % OFFICES, placeOf(Math.floor(index / OFFICES), first)),
  );
  done.abort();
  await watching;
  say(
    `bookings, ${world.offices.length} offices: ${booked.rps.toFixed(0)}/s; the oldest entry without a seal: ${Math.max(...lags).toFixed(1)} s at most`,
  );
}

/** In offices of equal size: looks at an appointment, at a day, and searches. */
async function atNationalSize({ sql, world }: Machine): Promise<void> {
  const offices = world.offices.slice(0, OFFICES).map(({ id }) => id);
  const each = Math.ceil(ENTRIES / offices.length);
  await sql.query("alter table audit_entry disable trigger follow");
  for (const office of offices)
    await sql.query(
      `with visit as (
         select id, row_number() over () as n, count(*) over () as all from appointment where office_id = $1 limit 2000
       ), made as (
         insert into audit_entry (office_id, id, at, employee_id, act, details, appointments, day)
         select $1, uuidv7(), now() - make_interval(secs => $2 - n), (select employee_id from membership where office_id = $1 limit 1),
           case n % 10 when 0 then 'person-searched' when 1 then 'day-viewed' else 'appointment-viewed' end, '{}',
           case when n % 10 <> 1 then array(select id from visit where visit.n = 1 + s.n % visit.all) end,
           case when n % 10 = 1 then current_date + (n % 400)::int end
         from generate_series(1, $2::int) as s (n) returning office_id, id, at, appointments
       ), about as (
         insert into audit_subject select office_id, one, id from made, unnest(appointments) as one
       )
       insert into audit_unsealed select office_id, id, at from made`,
      [office, each],
    );
  await sql.query("alter table audit_entry enable trigger follow");
  await sql.query("vacuum (analyze) audit_entry, audit_subject, audit_unsealed");
  const waiting = async () => Number((await sql.query("select count(*) from audit_unsealed")).rows[0].count);
  const [start, all] = [performance.now(), await waiting()];
  // The program's own worker is at it too: of the two one works at a time.
  while ((await sealSome({ db: owner.db })) > 0 || (await waiting()) > 0) {}
  const seconds = (performance.now() - start) / 1000;
  say(`sealed at once: ${all} entries, ${Math.round(all / seconds)}/s`);
  await sql.query("vacuum (analyze) audit_seal, audit_unsealed");
}

/** As the application's role, with row security: page and tally, as the page of the head asks. */
async function whoSaw({ sql, world }: Machine): Promise<void> {
  const taken: number[] = [];
  let told = 0;
  for (let time = 0; time < ASKED; time++) {
    const office = world.offices[time % OFFICES]?.id ?? 0;
    const { rows } = await sql.query(
      "select id from appointment where office_id = $1 order by md5(id::text || $2) limit 3",
      [office, String(time)],
    );
    const [from, to] = [Temporal.Now.instant().subtract({ hours: 24 * 400 }), Temporal.Now.instant().add({ hours: 1 })];
    const appointments = rows.map(({ id }) => id as string);
    const asked = { from, to, appointments, employee: null, acts: AUDIT_ACTS };
    const start = performance.now();
    await db.read({ office }, async (tx) => {
      told += (await trailPage(tx, office, asked, { before: null, limit: 101 })).length;
      await trailTally(tx, office, asked);
    });
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  say(
    `who saw a person, of three appointments: p50 ${taken[ASKED / 2]?.toFixed(1)}, p99 ${taken[Math.floor(ASKED * 0.99)]?.toFixed(1)} ms; ${Math.round(told / ASKED)} entries each`,
  );
}

async function proved(): Promise<void> {
  const start = performance.now();
  const { seals, findings } = await verifyAudit(owner.db, { keys: [KEY], heads: [], onProgress: () => {} });
  const minutes = (performance.now() - start) / 60_000;
  const other = findings.filter(({ is }) => is !== "head-key-unknown");
  say(`proved: ${seals} seals in ${minutes.toFixed(2)} minutes, ${other.length} findings`);
}
