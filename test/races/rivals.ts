import { randomUUID } from "node:crypto";
import type { DeskReply } from "../desk.ts";
import type { Arena } from "./arena.ts";

/** Many want one place at the same moment, half of them at each process. */
export interface Outcome {
  readonly winners: number;
  /** Answered 409 slot-taken with three alternatives */
  readonly losers: number;
  /** How long each of them waited for that, milliseconds */
  readonly lostAfterMs: readonly number[];
  /** Anything else: must be empty */
  readonly others: readonly string[];
}

/** Lengths of ten, twenty and thirty minutes, in turn. */
const SERVICES = ["copy-certification", "next-of-kin", "vehicle-transfer"];

/** All book one start; in one queue (1) or in any. */
export function bookOneSlot(arena: Arena, rivals: number, queue: 1 | null): Promise<Outcome> {
  const date = arena.freshDate();
  const minutes = queue === null ? SERVICES.slice(0, 1) : SERVICES;
  return race(rivals, (index) =>
    desk(arena, index).ask("POST", `/api/offices/${arena.office}/appointments`, {
      key: randomUUID(),
      body: {
        date,
        time: "10:00",
        queue,
        service: minutes[index % minutes.length],
        lastName: `Αντίπαλος${index}`,
        firstName: "Δοκιμή",
      },
    }),
  );
}

/** All move appointments that they already have to one start. */
export async function moveToOneSlot(arena: Arena, rivals: number): Promise<Outcome> {
  const held = await spread(arena, rivals);
  const date = arena.freshDate();
  return race(rivals, (index) =>
    desk(arena, index).ask("POST", `/api/offices/${arena.office}/appointments/${held[index]}/move`, {
      key: randomUUID(),
      version: 1,
      body: { date, time: "10:00", queue: 1 },
    }),
  );
}

/** Ids of booked appointments, as many as asked for, over as many days as they take. */
async function spread(arena: Arena, count: number): Promise<string[]> {
  const ids: string[] = [];
  const times = Array.from(
    { length: 42 },
    (_, slot) => `${String(8 + Math.floor(slot / 6)).padStart(2, "0")}:${slot % 6}0`,
  );
  while (ids.length < count) {
    const date = arena.freshDate();
    const wanted = times
      .flatMap((time) => [1, 2, 3, 4, 5].map((queue) => ({ time, queue })))
      .slice(0, count - ids.length);
    const replies = await Promise.all(
      wanted.map(({ time, queue }, index) =>
        desk(arena, index).ask("POST", `/api/offices/${arena.office}/appointments`, {
          key: randomUUID(),
          body: { date, time, queue, service: "copy-certification", lastName: "Μετακινούμενος", firstName: "Δοκιμή" },
        }),
      ),
    );
    ids.push(...replies.map((reply) => reply.body.id as string));
  }
  return ids;
}

const desk = (arena: Arena, index: number) => arena.desks[index % 2 === 0 ? 0 : 1];

async function race(rivals: number, ask: (index: number) => Promise<DeskReply>): Promise<Outcome> {
  const begun = performance.now();
  const replies = await Promise.all(
    Array.from({ length: rivals }, async (_, index) => ({
      ...(await ask(index)),
      ms: performance.now() - begun,
    })),
  );
  const isWinner = (reply: DeskReply) => reply.status < 300;
  const isLoser = ({ status, body }: DeskReply) =>
    status === 409 && body.code === "slot-taken" && body.alternatives.length === 3;
  return {
    winners: replies.filter(isWinner).length,
    losers: replies.filter(isLoser).length,
    lostAfterMs: replies.filter(isLoser).map(({ ms }) => ms),
    others: replies
      .filter((reply) => !isWinner(reply) && !isLoser(reply))
      .map(({ status, body }) => `${status} ${body?.code}`),
  };
}
