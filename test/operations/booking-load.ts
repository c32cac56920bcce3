import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type DeskAsk, type DeskReply, deskOf } from "../desk.ts";
import { futureDay, OFFICE, QUEUES } from "../races/arena.ts";

/** Clerks who book and look at what they booked without a pause, by way of whichever process answers: as behind a proxy that asks another one. */
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

const APPOINTMENTS = `/api/offices/${OFFICE}/appointments`;
const SLOTS = 42;
const PATIENCE_MS = 10_000;

export function startBookings({ urls, cookie, lanes = 4 }: LoadWish): BookingLoad {
  const report: LoadReport = { acknowledged: [], statuses: new Map(), unanswered: 0 };
  let isOver = false;
  let next = 0;
  const counted = (reply: DeskReply | null): DeskReply | null => {
    if (!reply) report.unanswered++;
    else report.statuses.set(reply.status, (report.statuses.get(reply.status) ?? 0) + 1);
    return reply;
  };
  const lane = async () => {
    while (!isOver) {
      const turn = next++;
      const throughProxy = (method: string, path: string, options: DeskAsk = {}) =>
        askSomebody({ urls, turn, cookie }, method, path, options).then(counted);
      const booked = await throughProxy("POST", APPOINTMENTS, { key: randomUUID(), body: bookingOf(turn) });
      if (booked?.status !== 201) continue;
      report.acknowledged.push({ reference: booked.body.reference, at: Temporal.Now.instant() });
      await throughProxy("GET", `${APPOINTMENTS}/${booked.body.id}`);
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

interface Somebody extends Pick<LoadWish, "urls" | "cookie"> {
  readonly turn: number;
}

/** One process after the other, until one answers. */
async function askSomebody(
  { urls, turn, cookie }: Somebody,
  method: string,
  path: string,
  options: DeskAsk,
): Promise<DeskReply | null> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (let attempt = turn; performance.now() < giveUpAt; attempt++) {
    const all = urls();
    const reply = await deskOf(all[attempt % all.length] as string, cookie)
      .ask(method, path, options)
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
