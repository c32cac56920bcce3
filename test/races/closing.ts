import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { DeskReply } from "../desk.ts";
import type { Arena } from "./arena.ts";

/** Clerks who book or move into the very time that a head closes, at the two processes. */
export interface ClosingOutcome {
  /** Live appointments in closed time that she was not shown: must be none */
  readonly unseen: number;
  readonly booked: number;
  readonly refused: number;
  /** Whether the change was made in the end */
  readonly isClosed: boolean;
  readonly others: readonly string[];
}

const QUEUE = 2;
const OTHER_QUEUE = 3;
const CLERKS = 16;
const TRIES = 20;
/** Within so many milliseconds of each other they begin, each by chance: in the longest races the head comes between clerks */
const SPREADS_MS = [1, 60, 400] as const;

interface Closing {
  readonly name: string;
  readonly method: "POST" | "PUT";
  readonly path: string;
  readonly body: (date: string) => object;
  /** What the clerks ask for, each once */
  readonly rivals: (arena: Arena, date: string) => Promise<readonly Rival[]>;
}

interface Rival {
  readonly path: string;
  readonly body: object;
  readonly version?: number;
}

export const CLOSINGS: readonly Closing[] = [
  {
    name: "a new exception",
    method: "POST",
    path: "exceptions",
    body: (date) => ({ queue: QUEUE, kind: "closed", date, from: "09:00", to: "14:00", reason: "Απουσία υπαλλήλου" }),
    rivals: async (_, date) => bookings(date, QUEUE, 10),
  },
  {
    name: "the queue's deactivation",
    method: "POST",
    path: `queues/${QUEUE}/deactivation`,
    body: (date) => ({ from: date, to: date }),
    rivals: async (_, date) => bookings(date, QUEUE, 10),
  },
  {
    name: "shortened hours",
    method: "PUT",
    path: `queues/${QUEUE}/hours`,
    body: (date) => ({
      from: date,
      to: date,
      week: { [Temporal.PlainDate.from(date).dayOfWeek]: [{ opens: "08:00", closes: "09:00" }] },
    }),
    rivals: async (_, date) => bookings(date, QUEUE, 10),
  },
  {
    name: "the queue's hiding",
    method: "POST",
    path: `queues/${QUEUE}/hiding`,
    body: () => ({}),
    rivals: movesOfOnlineOnes,
  },
];

/** Ten minutes each from an hour on. */
const bookings = (date: string, queue: number, hour: number): Rival[] =>
  Array.from({ length: CLERKS }, (_, index) => ({
    path: "appointments",
    body: {
      date,
      time: timeOf(hour, index),
      queue,
      service: "copy-certification",
      lastName: `Αντίπαλος${index}`,
      firstName: "Δοκιμή",
      phone: "6944123456",
    },
  }));

const timeOf = (hour: number, index: number): string => `${pad(hour + Math.floor(index / 6))}:${index % 6}0`;
const pad = (hour: number): string => String(hour).padStart(2, "0");

/** Citizens' own booking is to come: those that clerks have entered become theirs, and go from one public queue to the other. */
async function movesOfOnlineOnes(arena: Arena, date: string): Promise<readonly Rival[]> {
  for (const queue of [QUEUE, OTHER_QUEUE])
    await arena.head.ask("POST", `/api/offices/${arena.office}/queues/${queue}/publication`, {
      key: randomUUID(),
      version: await queueVersion(arena, queue),
    });
  const booked = await Promise.all(bookings(date, OTHER_QUEUE, 8).map((rival, index) => asked(arena, rival, index)));
  const ids = booked.map(({ body }) => body.id);
  await arena.sql.query("update appointment set channel = 'online' where id = any ($1)", [ids]);
  return ids.map((id, index) => ({
    path: `appointments/${id}/move`,
    version: 1,
    body: { date, time: timeOf(10, index), queue: QUEUE },
  }));
}

const asked = (arena: Arena, { path, ...rival }: Rival, index: number): Promise<DeskReply> =>
  arena.desks[index % 2 === 0 ? 0 : 1].ask("POST", `/api/offices/${arena.office}/${path}`, {
    ...rival,
    key: randomUUID(),
  });

export async function bookAgainst(arena: Arena, closing: Closing, round: number): Promise<ClosingOutcome> {
  const date = arena.freshDate();
  const rivals = await closing.rivals(arena, date);
  const spread = SPREADS_MS[round % SPREADS_MS.length] as number;
  const later = () => sleep(randomInt(spread));
  const [replies, isClosed] = await Promise.all([
    Promise.all(rivals.map((rival, index) => later().then(() => asked(arena, rival, index)))),
    later().then(() => closeAsHead(arena, closing, date)),
  ]);
  const isDone = ({ status }: DeskReply) => status < 300;
  const isRefused = ({ status, body }: DeskReply) => status === 409 && body.code === "slot-not-offered";
  return {
    unseen: await unseenIn(arena, date),
    booked: replies.filter(isDone).length,
    refused: replies.filter(isRefused).length,
    isClosed,
    others: replies
      .filter((reply) => !isDone(reply) && !isRefused(reply))
      .map(({ status, body }) => `${status} ${body?.code}`),
  };
}

/** As a head does it: what is proposed she accepts, and looks again when something has changed meanwhile. */
export async function closeAsHead(
  arena: Arena,
  { method, path, body }: Pick<Closing, "method" | "path" | "body">,
  date: string,
): Promise<boolean> {
  let decisions: object[] | undefined;
  const version = await queueVersion(arena);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const reply = await arena.head.ask(method, `/api/offices/${arena.office}/${path}`, {
      key: randomUUID(),
      version,
      body: { ...body(date), ...(decisions && { decisions }) },
    });
    if (reply.status === 200) return true;
    if (reply.status !== 409) throw new Error(`The head was answered ${reply.status} ${reply.body?.code}.`);
    decisions = reply.body.proposal.appointments.map(({ appointment: { id, version }, place }: DeskReply["body"]) =>
      place ? { act: "move", id, version, to: place } : { act: "keep", id, version },
    );
  }
  return false;
}

async function queueVersion({ head, office }: Arena, of = QUEUE): Promise<number> {
  const { queues } = (await head.ask("GET", `/api/offices/${office}/queues`)).body;
  return queues.find(({ number }: { number: number }) => number === of).version;
}

async function unseenIn(arena: Arena, date: string): Promise<number> {
  const { rows } = await arena.sql.query<{ n: number }>(
    `select count(*)::int as n from appointment join office on office.id = office_id
     where code = $1 and queue = $2 and live and kept_by is null
       and starts_at >= ($3::date + time '09:00') at time zone 'Europe/Athens'
       and starts_at < ($3::date + time '14:00') at time zone 'Europe/Athens'`,
    [arena.office, QUEUE, date],
  );
  return rows[0]?.n ?? -1;
}
