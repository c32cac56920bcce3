import { randomUUID } from "node:crypto";
import type { DeskReply } from "../desk.ts";
import type { Arena } from "./arena.ts";

/** Bookings against a head who closes the very time they are for, at the two processes. */
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
const CLERKS = 16;
const TRIES = 12;

interface Closing {
  readonly name: string;
  readonly method: "POST" | "PUT";
  readonly path: string;
  readonly body: (date: string) => object;
}

export const CLOSINGS: readonly Closing[] = [
  {
    name: "a new exception",
    method: "POST",
    path: "exceptions",
    body: (date) => ({ queue: QUEUE, kind: "closed", date, from: "09:00", to: "14:00", reason: "Απουσία υπαλλήλου" }),
  },
  {
    name: "the queue's deactivation",
    method: "POST",
    path: `queues/${QUEUE}/deactivation`,
    body: (date) => ({ from: date, to: date }),
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
  },
];

/** All at once: the clerks book ten minutes each from ten o'clock on, while the head closes. */
export async function bookAgainst(arena: Arena, closing: Closing): Promise<ClosingOutcome> {
  const date = arena.freshDate();
  const bookings = Promise.all(
    Array.from({ length: CLERKS }, (_, index) =>
      arena.desks[index % 2 === 0 ? 0 : 1].ask("POST", `/api/offices/${arena.office}/appointments`, {
        key: randomUUID(),
        body: {
          ...{ date, time: `1${Math.floor(index / 6)}:${index % 6}0`, queue: QUEUE, service: "copy-certification" },
          ...{ lastName: `Αντίπαλος${index}`, firstName: "Δοκιμή", phone: "6944123456" },
        },
      }),
    ),
  );
  const [replies, isClosed] = await Promise.all([bookings, close(arena, closing, date)]);
  const isRefused = ({ status, body }: DeskReply) => status === 409 && body.code === "slot-not-offered";
  return {
    unseen: await unseenIn(arena, date),
    booked: replies.filter(({ status }) => status === 201).length,
    refused: replies.filter(isRefused).length,
    isClosed,
    others: replies
      .filter((reply) => reply.status !== 201 && !isRefused(reply))
      .map(({ status, body }) => `${status} ${body?.code}`),
  };
}

/** As a head does it: what is proposed she accepts, and looks again when something has changed meanwhile. */
async function close(arena: Arena, { method, path, body }: Closing, date: string): Promise<boolean> {
  let decisions: object[] | undefined;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const reply = await arena.head.ask(method, `/api/offices/${arena.office}/${path}`, {
      key: randomUUID(),
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
