import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Desk, type DeskReply, deskOf } from "../desk.ts";
import { startPlatform } from "../platform.ts";
import { type KillArena, killDatabase, letters } from "./kill.ts";

/** A head's change of rules, with all the appointments that it moves, while the server or the database is killed. */
export interface RulingKillReport {
  readonly kills: number;
  /** Rounds after whose kill the change was there, and not there */
  readonly whole: number;
  readonly nothing: number;
  /** Anything between: must be 0 */
  readonly halves: number;
  /** Repeating the key did not bring the whole of it, once: must be 0 */
  readonly unsettled: number;
}

const QUEUE = 4;
const DAYS = 5;
const A_DAY = 12;
const CONCERNED = DAYS * A_DAY;

export async function killDuringRuling(arena: KillArena, kills: number): Promise<RulingKillReport> {
  const report = { kills, whole: 0, nothing: 0, halves: 0, unsettled: 0 };
  let usualMs = 200;
  for (let round = 0; round < kills; round++) {
    const platform = await startPlatform(arena.env);
    const week = { first: weekFrom(arena), name: `Μετακινούμενη ${letters(round)}` };
    await fillWeek(deskOf(platform.url, arena.cookie), arena.office, week);
    const ruling = await proposed(deskOf(platform.url, arena.headCookie), arena.office, week);
    const begun = performance.now();
    const running = carryOut(deskOf(platform.url, arena.headCookie), arena.office, ruling);
    await Promise.race([sleep(randomInt(1, usualMs)), running]);
    await (round % 2 === 0 ? platform.kill("SIGKILL") : killDatabase(String(arena.env.DATA_DIR)));
    if ((await running)?.status === 200) usualMs = Math.max(20, Math.round(performance.now() - begun));
    await platform.kill("SIGKILL");
    const state = await stateOf(arena, week);
    if (isWhole(state)) report.whole++;
    else if (isNothing(state)) report.nothing++;
    else report.halves++;
    const next = await startPlatform(arena.env);
    const repeated = await carryOut(deskOf(next.url, arena.headCookie), arena.office, ruling);
    await next.kill("SIGKILL");
    if (repeated?.status !== 200 || !isWhole(await stateOf(arena, week))) report.unsettled++;
  }
  return report;
}

interface Week {
  readonly first: string;
  /** Of those in the queue that is closed */
  readonly name: string;
}

function weekFrom(arena: KillArena): string {
  const first = arena.freshDate();
  for (let day = 1; day < DAYS; day++) arena.freshDate();
  return first;
}

/** Twelve a day in the queue; every second citizen has an e-mail. The same times are taken in every other queue. */
async function fillWeek(desk: Desk, office: string, { first, name }: Week): Promise<void> {
  const places = Array.from({ length: DAYS }, (_, day) =>
    Array.from({ length: A_DAY }, (__, slot) =>
      [1, 2, 3, QUEUE, 5].map((queue) => ({
        date: Temporal.PlainDate.from(first).add({ days: day }).toString(),
        time: `${9 + Math.floor(slot / 6)}:${slot % 6}0`.padStart(5, "0"),
        queue,
        ...(slot % 2 === 0 && { email: "poliths@example.org" }),
      })),
    ),
  ).flat(2);
  const replies = await Promise.all(
    places.map((place) =>
      desk.ask("POST", `/api/offices/${office}/appointments`, {
        key: randomUUID(),
        body: {
          ...{ ...place, service: "copy-certification", firstName: "Δοκιμή" },
          lastName: place.queue === QUEUE ? name : "Γείτονας",
        },
      }),
    ),
  );
  const refused = replies.find(({ status }) => status !== 201);
  if (refused) throw new Error(`The week was not filled: ${refused.status} ${refused.body?.code}.`);
}

interface Ruling {
  readonly key: string;
  readonly body: object;
}

async function proposed(head: Desk, office: string, { first }: Week): Promise<Ruling> {
  const lastDate = Temporal.PlainDate.from(first)
    .add({ days: DAYS - 1 })
    .toString();
  const wish = { queue: QUEUE, kind: "closed", date: first, lastDate, reason: "Απουσία μιας εβδομάδας" };
  const { body } = await head.ask("POST", `/api/offices/${office}/exceptions/proposals`, { body: wish });
  const decisions = body.appointments.map(({ appointment: { id, version }, place }: DeskReply["body"]) => ({
    ...{ act: "move", id, version, to: place },
  }));
  if (decisions.length !== CONCERNED) throw new Error(`${decisions.length} appointments are concerned.`);
  return { key: randomUUID(), body: { ...wish, decisions } };
}

const carryOut = (head: Desk, office: string, ruling: Ruling): Promise<DeskReply | null> =>
  head.ask("POST", `/api/offices/${office}/exceptions`, ruling).catch(() => null);

interface State {
  readonly exceptions: number;
  readonly standing: number;
  readonly moved: number;
  readonly mails: number;
  readonly calls: number;
}

/** What the database says of the exception, of those that it concerns, and of who is to be told. */
async function stateOf(arena: KillArena, { first, name }: Week): Promise<State> {
  const ofThem = `select id from appointment where last_name = '${name}'`;
  const [row] = await arena.query(
    `select (select count(*)::int from exception
        where queue = ${QUEUE} and '${first}T12:00Z' between starts_at and ends_at) as exceptions,
      (select count(*)::int from appointment where last_name = '${name}' and version = 1) as standing,
      (select count(*)::int from appointment where last_name = '${name}' and version = 2) as moved,
      (select count(*)::int from mail where appointment_id in (${ofThem})) as mails,
      (select count(*)::int from call where appointment_id in (${ofThem})) as calls`,
  );
  return row as unknown as State;
}

/** All moved, half of them with a message and half on the call list. */
const isWhole = ({ exceptions, standing, moved, mails, calls }: State): boolean =>
  exceptions > 0 && standing === 0 && moved === CONCERNED && mails === CONCERNED / 2 && calls === CONCERNED / 2;

const isNothing = ({ exceptions, standing, moved, mails, calls }: State): boolean =>
  standing === CONCERNED && exceptions + moved + mails + calls === 0;
