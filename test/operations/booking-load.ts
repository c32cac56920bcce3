import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { deskOf } from "../desk.ts";
import { futureDay, OFFICE, QUEUES } from "../races/arena.ts";

/** Clerks who book without a pause, by way of whichever process answers: as behind a proxy that asks another one. */
export interface BookingLoad {
  readonly report: LoadReport;
  /** Resolves when so many more have been acknowledged. */
  more(count: number): Promise<void>;
  stop(): Promise<void>;
}

export interface LoadReport {
  readonly acknowledged: Acknowledged[];
  /** Status → how often */
  readonly statuses: Map<number, number>;
  /** Nobody has answered for as long as a clerk waits */
  unanswered: number;
}

export interface Acknowledged {
  readonly reference: string;
  readonly at: Temporal.Instant;
}

interface LoadWish {
  /** Addresses of the processes, as they are by then */
  readonly urls: () => readonly string[];
  readonly cookie: string;
  readonly lanes?: number;
}

const SLOTS = 42;
const PATIENCE_MS = 10_000;

export function startBookings({ urls, cookie, lanes = 4 }: LoadWish): BookingLoad {
  const report: LoadReport = { acknowledged: [], statuses: new Map(), unanswered: 0 };
  let isOver = false;
  let next = 0;
  const lane = async () => {
    while (!isOver) {
      const turn = next++;
      const reply = await throughProxy(urls, turn, cookie);
      if (!reply) report.unanswered++;
      else report.statuses.set(reply.status, (report.statuses.get(reply.status) ?? 0) + 1);
      if (reply?.status === 201)
        report.acknowledged.push({ reference: reply.body.reference, at: Temporal.Now.instant() });
    }
  };
  const running = Promise.all(Array.from({ length: lanes }, lane));
  return {
    report,
    more: async (count) => {
      const wanted = report.acknowledged.length + count;
      while (report.acknowledged.length < wanted) await sleep(20);
    },
    stop: async () => {
      isOver = true;
      await running;
    },
  };
}

/** One booking under one key; one process after the other, until somebody answers. */
async function throughProxy(urls: LoadWish["urls"], turn: number, cookie: string) {
  const ask = { key: randomUUID(), body: bookingOf(turn) };
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (let attempt = turn; performance.now() < giveUpAt; attempt++) {
    const all = urls();
    const url = all[attempt % all.length] as string;
    const reply = await deskOf(url, cookie)
      .ask("POST", `/api/offices/${OFFICE}/appointments`, ask)
      .catch(() => null);
    if (reply) return reply;
    await sleep(20);
  }
  return null;
}

/** Each a place of its own. */
function bookingOf(turn: number): object {
  const slot = Math.floor(turn / QUEUES) % SLOTS;
  return {
    date: futureDay(20 + Math.floor(turn / QUEUES / SLOTS)),
    time: `${String(8 + Math.floor(slot / 6)).padStart(2, "0")}:${slot % 6}0`,
    queue: 1 + (turn % QUEUES),
    service: "copy-certification",
    lastName: "Φορτίου",
    firstName: "Δοκιμή",
    email: "eleni@example.gr",
  };
}
