import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type DeskAsk, deskOf } from "../desk.ts";
import { futureDay, OFFICE, QUEUES } from "../races/arena.ts";

/** Clerks who book all the time, and who come again under the same key when they are told to, as the pages do. */
export interface Clerks {
  /** Reference → when it was acknowledged, in ms of performance.now() */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** Status → how often; 0: no answer */
  readonly statuses: ReadonlyMap<number, number>;
  stop(): Promise<void>;
}

const SLOTS = 42;
const LANES = 4;
const PAUSE_MS = 100;
const APPOINTMENTS = `/api/offices/${OFFICE}/appointments`;

export function startClerks(urls: readonly string[], cookie: string): Clerks {
  const acknowledged = new Map<string, number>();
  const statuses = new Map<number, number>();
  let [isOver, next] = [false, 0];
  /** @returns whether it has been answered for good */
  const ask = async (url: string, sent: DeskAsk): Promise<boolean> => {
    const reply = await deskOf(url, cookie)
      .ask("POST", APPOINTMENTS, sent)
      .catch(() => null);
    const status = reply?.status ?? 0;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status === 201) acknowledged.set(reply?.body.reference, performance.now());
    if (status !== 0 && status !== 503) return true;
    await sleep(Number(reply?.headers.get("retry-after") ?? 1) * 1_000);
    return false;
  };
  const lane = async (at: number) => {
    while (!isOver) {
      const sent = { key: randomUUID(), body: bookingOf(next++) };
      let attempt = at;
      while (!isOver && !(await ask(urls[attempt % urls.length] as string, sent))) attempt++;
      await sleep(PAUSE_MS);
    }
  };
  const running = Promise.all(Array.from({ length: LANES }, (_, at) => lane(at)));
  return {
    acknowledged,
    statuses,
    stop: async () => {
      isOver = true;
      await running;
    },
  };
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
  };
}
