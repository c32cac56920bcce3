import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { MailDesk } from "../mail-desk.ts";
import { patiently } from "../patience.ts";
import type { World } from "../world.ts";

/** Two senders share the letters of an office, and one of them is killed again and again, wherever it is just then. */
export interface SendersReport {
  readonly kills: number;
  readonly letters: number;
  /** Appointments whose last letter does not say what is so: must be 0 */
  readonly wrong: number;
  /** Letters that arrived more than once under one Message-ID, as what may have left is said once more */
  readonly repeated: number;
  /** Letters under one Message-ID that do not say the same: must be 0 */
  readonly forged: number;
}

const VISITS = 20;
const SCRIPT = fileURLToPath(new URL("sender.ts", import.meta.url));

export async function killSenders(world: World, desk: MailDesk, kills: number): Promise<SendersReport> {
  desk.smtp.knobs({ faults: [{ at: "each", does: "delay", ms: 3 }] });
  const visits = new Map<string, string>();
  for (let index = 0; index < VISITS; index++) {
    const { id } = await desk.booked(timeOf(index), { date: DATE, email: addressOf(index) });
    visits.set(id, addressOf(index));
  }
  // Each starts when what the one before it had in hand is given up.
  const start = (count: number) => {
    const at = world.now.add({ minutes: 3 + 6 * count }).toString();
    return spawn(process.execPath, [SCRIPT, world.database.appUrl, desk.smtp.url, at], { stdio: "inherit" });
  };
  const senders: [ChildProcess, ChildProcess] = [start(0), start(0)];
  for (let kill = 0; kill < kills; kill++) {
    await replan(world, desk, kill);
    await untilOneMore(desk);
    await sleep(Math.random() * 100);
    senders[kill % 2]?.kill("SIGKILL");
    senders[kill % 2] = start(kill + 1);
  }
  await Promise.all(senders.map(killed));
  desk.smtp.knobs({});
  world.now = world.now.add({ minutes: 6 * kills });
  for (let round = 0; round < 3; round++) await desk.delivered(30);
  return { kills, ...(await told(desk, visits)) };
}

const DATE = "2026-11-30";
const timeOf = (slot: number): string =>
  `${String(8 + Math.floor(slot / 4)).padStart(2, "0")}:${String((slot % 4) * 15).padStart(2, "0")}`;
const addressOf = (index: number): string => `v${index}@example.gr`;

/** Every visit goes to the queue's other half and back: each time there is something new to tell. */
async function replan({ owner }: World, { office }: MailDesk, round: number): Promise<void> {
  const hours = round % 2 === 0 ? 24 : -24;
  await owner.query(
    `with moved as (
       update appointment set starts_at = starts_at + make_interval(hours => $2), ends_at = ends_at + make_interval(hours => $2),
         version = version + 1 where office_id = $1 returning id, email, starts_at
     )
     insert into mail (office_id, id, appointment_id, kind, address, details, planned_at, due_at)
     select $1, ('ffffffff-ffff-7000-8000-' || lpad(to_hex($3 * 1000 + row_number() over ()), 12, '0'))::uuid, id, 'changed', email,
       json_build_object('place', json_build_array(place, place)), '2026-11-24T08:00:00Z', '2026-11-24T08:00:00Z'
     from moved, lateral (select json_build_object('date', starts_at::date, 'time', '08:00', 'queue', 1) as place) as placed`,
    [office.id, hours, round],
  );
}

async function killed(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}

async function told(desk: MailDesk, visits: ReadonlyMap<string, string>): Promise<Omit<SendersReport, "kills">> {
  const rows = await desk.rows("appointment");
  let [wrong, repeated, forged] = [0, 0, 0];
  for (const { id, starts_at } of rows) {
    const letters = desk.smtp.messages(visits.get(id)).map(({ headers, calendar, text }) => ({
      id: headers.find(({ name }) => name === "Message-ID")?.value,
      starts: /DTSTART;TZID=Europe\/Athens:(\w+)/.exec(calendar ?? "")?.[1],
      text,
    }));
    if (letters.at(-1)?.starts !== calendarTime(starts_at)) wrong++;
    const copies = [...Map.groupBy(letters, (letter) => letter.id).values()];
    repeated += letters.length - copies.length;
    forged += copies.filter((same) => new Set(same.map(({ text }) => text)).size > 1).length;
  }
  return { letters: desk.smtp.messages().length, wrong, repeated, forged };
}

/** A sender is at work, as one that was started just now may not be yet. */
async function untilOneMore({ smtp }: MailDesk): Promise<void> {
  const before = smtp.messages().length;
  for (let waited = 0; waited < patiently(2_000) && smtp.messages().length === before; waited += 5) await sleep(5);
}

const calendarTime = (startsAt: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(startsAt.getTime())
    .toZonedDateTimeISO("Europe/Athens")
    .toPlainDateTime()
    .toString({ smallestUnit: "second" })
    .replaceAll(/[-:]/g, "");
