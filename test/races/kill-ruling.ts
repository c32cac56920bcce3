import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Desk, type DeskReply, deskOf } from "../desk.ts";
import { patientDesk } from "../patient-desk.ts";
import { startPlatform } from "../platform.ts";
import { type KillArena, killDatabase, letters } from "./kill.ts";

/** Two of five queues lost for a week, with all that stands in them, while the server or the database is killed. */
export interface RulingKillReport {
  readonly kills: number;
  /** Rounds after whose kill both losses were there, the first alone, and neither */
  readonly both: number;
  readonly first: number;
  readonly neither: number;
  /** Anything between: must be 0 */
  readonly halves: number;
  /** Repeating what was begun did not bring the whole of it, once: must be 0 */
  readonly unsettled: number;
}

const LOST_QUEUES = [4, 5] as const;
const DAYS = 5;
const A_DAY = 12;
/** Of each queue */
const CONCERNED = DAYS * A_DAY;

export async function killDuringRuling(arena: KillArena, kills: number): Promise<RulingKillReport> {
  const report = { kills, both: 0, first: 0, neither: 0, halves: 0, unsettled: 0 };
  const usualMs = await undisturbed(arena, kills);
  for (let round = 0; round < kills; round++) {
    const platform = await startPlatform(arena.env);
    const losses = lossesOf(weekFrom(arena), round);
    await fillWeek(patientDesk(deskOf(platform.url, arena.cookie)), arena.office, losses);
    const running = loseAll(deskOf(platform.url, arena.headCookie), arena.office, losses);
    await Promise.race([sleep(randomInt(1, usualMs)), running]);
    await (round % 2 === 0 ? platform.kill("SIGKILL") : killDatabase(String(arena.env.DATA_DIR)));
    await running;
    await platform.kill("SIGKILL");
    report[await foundAfter(arena, losses)]++;
    const next = await startPlatform(arena.env);
    const repeated = await loseAll(patientDesk(deskOf(next.url, arena.headCookie)), arena.office, losses);
    await next.kill("SIGKILL");
    if (!repeated || (await foundAfter(arena, losses)) !== "both") report.unsettled++;
  }
  return report;
}

/** How many milliseconds it takes when nothing is killed: somewhere in as many the kills come. */
async function undisturbed(arena: KillArena, round: number): Promise<number> {
  const platform = await startPlatform(arena.env);
  const losses = lossesOf(weekFrom(arena), round);
  await fillWeek(patientDesk(deskOf(platform.url, arena.cookie)), arena.office, losses);
  const begun = performance.now();
  const isDone = await loseAll(patientDesk(deskOf(platform.url, arena.headCookie)), arena.office, losses);
  if (!isDone) throw new Error("The queues were not lost.");
  const ms = performance.now() - begun;
  await platform.kill("SIGTERM");
  return Math.ceil(ms);
}

async function foundAfter(arena: KillArena, losses: readonly Loss[]): Promise<"both" | "first" | "neither" | "halves"> {
  const [first, second] = await Promise.all(losses.map((loss) => stateOf(arena, loss)));
  if (!(first && second)) throw new Error("Two queues are lost.");
  if (isWhole(first) && isWhole(second)) return "both";
  if (isWhole(first) && isNothing(second)) return "first";
  return isNothing(first) && isNothing(second) ? "neither" : "halves";
}

/** A queue that nobody serves for a week. */
interface Loss {
  readonly queue: number;
  readonly from: string;
  /** Of those in it */
  readonly name: string;
  /** As asked, once its proposal was seen: asked again, it is the same */
  ruling?: Ruling;
}

const lossesOf = (from: string, round: number): Loss[] =>
  LOST_QUEUES.map((queue) => ({ queue, from, name: `Μετακινούμενη ${letters(round * LOST_QUEUES.length + queue)}` }));

function weekFrom(arena: KillArena): string {
  const first = arena.freshDate();
  for (let day = 1; day < DAYS; day++) arena.freshDate();
  return first;
}

/** One after the other, as a head does; true when all was answered. */
async function loseAll(head: Desk, office: string, losses: readonly Loss[]): Promise<boolean> {
  for (const loss of losses) {
    try {
      loss.ruling ??= await proposed(head, office, loss);
      const { status } = await head.ask("POST", `/api/offices/${office}/exceptions`, loss.ruling);
      if (status !== 200) return false;
    } catch {
      return false;
    }
  }
  return true;
}

/** Twelve a day in each queue, all at the same times; every second citizen has an e-mail. */
async function fillWeek(desk: Desk, office: string, losses: readonly Loss[]): Promise<void> {
  for (let day = 0; day < DAYS; day++) {
    const date = Temporal.PlainDate.from(losses[0]?.from as string).add({ days: day });
    const bookings = Array.from({ length: A_DAY }, (_, slot) =>
      [1, 2, 3, ...LOST_QUEUES].map((queue) => ({
        date: date.toString(),
        time: `${9 + Math.floor(slot / 6)}:${slot % 6}0`.padStart(5, "0"),
        queue,
        service: "copy-certification",
        firstName: "Δοκιμή",
        lastName: losses.find((loss) => loss.queue === queue)?.name ?? "Γείτονας",
        ...(slot % 2 === 0 && { email: "poliths@example.org" }),
      })),
    ).flat();
    const replies = await Promise.all(
      bookings.map((body) => desk.ask("POST", `/api/offices/${office}/appointments`, { key: randomUUID(), body })),
    );
    const refused = replies.find(({ status }) => status !== 201);
    if (refused) throw new Error(`The week was not filled: ${refused.status} ${refused.body?.code}.`);
  }
}

interface Ruling {
  readonly key: string;
  readonly body: object;
}

async function proposed(head: Desk, office: string, { queue, from }: Loss): Promise<Ruling> {
  const lastDate = Temporal.PlainDate.from(from)
    .add({ days: DAYS - 1 })
    .toString();
  const wish = { queue, kind: "closed", date: from, lastDate, reason: "Απουσία μιας εβδομάδας" };
  const { body } = await head.ask("POST", `/api/offices/${office}/exceptions/proposals`, { body: wish });
  const decisions = body.appointments.map(({ appointment: { id, version }, place }: DeskReply["body"]) => ({
    act: "move",
    id,
    version,
    to: place,
  }));
  return { key: randomUUID(), body: { ...wish, decisions } };
}

interface State {
  readonly exceptions: number;
  readonly standing: number;
  readonly moved: number;
  readonly mails: number;
  readonly calls: number;
}

/** What the database says of the exception, of those whom it concerned at first, and of who is to be told. */
async function stateOf(arena: KillArena, { queue, from, name }: Loss): Promise<State> {
  const ofThem = `select id from appointment where last_name = '${name}'`;
  const [row] = await arena.query(
    `select (select count(*)::int from exception
        where queue = ${queue} and '${from}T12:00Z' between starts_at and ends_at) as exceptions,
      (select count(*)::int from appointment where last_name = '${name}' and version = 1) as standing,
      (select count(*)::int from appointment where last_name = '${name}' and version > 1 and queue <> ${queue}) as moved,
      (select count(*)::int from mail where kind = 'moved' and state <> 'withdrawn' and appointment_id in (${ofThem})) as mails,
      (select count(*)::int from call where appointment_id in (${ofThem})) as calls`,
  );
  return row as unknown as State;
}

/** All moved, half of them with a message and half on the call list. */
const isWhole = ({ exceptions, standing, moved, mails, calls }: State): boolean =>
  exceptions > 0 && standing === 0 && moved === CONCERNED && mails === CONCERNED / 2 && calls === CONCERNED / 2;

const isNothing = ({ exceptions, standing, moved, mails, calls }: State): boolean =>
  standing === CONCERNED && exceptions + moved + mails + calls === 0;
