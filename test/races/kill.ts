import { randomInt, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Desk, deskOf } from "../desk.ts";
import { patientDesk } from "../patient-desk.ts";
import { startPlatform } from "../platform.ts";

/** Bookings while the server, or the database under it, is killed with no warning. */
export interface KillReport {
  readonly kills: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  /** Acknowledged but not there: must be 0 */
  readonly lost: number;
  /** Unanswered, and repeating the key did not settle it as one booking or a clear refusal: must be 0 */
  readonly unsettled: number;
  /** More than one appointment for one key: must be 0 */
  readonly doubled: number;
}

export interface KillArena {
  readonly env: Readonly<Record<string, string>>;
  readonly office: string;
  /** Of a clerk, and of the head */
  readonly cookie: string;
  readonly headCookie: string;
  /** Asks the database directly, as its owner */
  readonly query: (text: string) => Promise<Record<string, unknown>[]>;
  freshDate(): string;
}

interface Attempt {
  readonly key: string;
  readonly body: { readonly date: string; readonly time: string; readonly queue: number; readonly lastName: string };
  reference: string | null;
}

const BOOKINGS = 40;

export async function killDuringBookings(arena: KillArena, kills: number): Promise<KillReport> {
  const attempts: Attempt[] = [];
  let unanswered = 0;
  let unsettled = 0;
  for (let round = 0; round < kills; round++) {
    const platform = await startPlatform(arena.env);
    const ofRound = attemptsOn(arena.freshDate(), round);
    attempts.push(...ofRound);
    const running = Promise.all(
      ofRound.map((attempt) => tryToBook(deskOf(platform.url, arena.cookie), arena.office, attempt)),
    );
    await new Promise((resolve) => setTimeout(resolve, randomInt(20, 900)));
    await (round % 2 === 0 ? platform.kill("SIGKILL") : killDatabase(String(arena.env.DATA_DIR)));
    await running;
    await platform.kill("SIGKILL");
    unanswered += ofRound.filter((attempt) => attempt.reference === null).length;
    unsettled += await settle(arena, ofRound);
  }
  return { kills, unanswered, unsettled, ...(await tally(arena, attempts)) };
}

function attemptsOn(date: string, round: number): Attempt[] {
  return Array.from({ length: BOOKINGS }, (_, index) => ({
    key: randomUUID(),
    reference: null,
    body: {
      date,
      time: `${String(8 + Math.floor(index / 6)).padStart(2, "0")}:${index % 6}0`,
      queue: 1 + (index % 5),
      service: "copy-certification",
      lastName: `Κρίσιμος ${letters(round)}-${letters(index)}`,
      firstName: "Δοκιμή",
    },
  }));
}

/** A number that may stand in a name */
export const letters = (number: number): string =>
  [...String(number)].map((digit) => "αβγδεζηθικ"[Number(digit)]).join("");

async function tryToBook(desk: Desk, office: string, attempt: Attempt): Promise<void> {
  const reply = await desk.ask("POST", `/api/offices/${office}/appointments`, attempt).catch(() => null);
  if (reply?.status === 201) attempt.reference = reply.body.reference;
}

/** Its children notice and end by themselves. */
export async function killDatabase(dataDirectory: string): Promise<void> {
  const [pid] = (await readFile(join(dataDirectory, "cluster", "postmaster.pid"), "utf8")).split("\n");
  process.kill(Number(pid), "SIGKILL");
}

/** Repeats every unanswered key on a new process; how many stayed open. */
async function settle(arena: KillArena, attempts: readonly Attempt[]): Promise<number> {
  const open = attempts.filter((attempt) => attempt.reference === null);
  const platform = await startPlatform(arena.env);
  const desk = patientDesk(deskOf(platform.url, arena.cookie));
  await Promise.all(open.map((attempt) => tryToBook(desk, arena.office, attempt)));
  await platform.kill("SIGKILL");
  return open.filter((attempt) => attempt.reference === null).length;
}

async function tally(arena: KillArena, attempts: readonly Attempt[]) {
  const rows = await arena.query("select reference, last_name from appointment");
  const there = new Set(rows.map((row) => row.reference));
  const counts = new Map<unknown, number>();
  for (const { last_name } of rows) counts.set(last_name, (counts.get(last_name) ?? 0) + 1);
  const acknowledged = attempts.filter((attempt) => attempt.reference !== null);
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((attempt) => !there.has(String(attempt.reference))).length,
    doubled: attempts.filter((attempt) => (counts.get(attempt.body.lastName) ?? 0) > 1).length,
  };
}
