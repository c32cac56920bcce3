import { randomInt, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { setInterval as every } from "node:timers/promises";
import { aDataFolder } from "../data-folder.ts";
import { type Desk, signIn } from "../desk.ts";
import { startPlatform } from "../platform.ts";

/** What the program holds while an office works as fast as it can, megabytes */
export interface Soaked {
  /** The middle of the first minute's samples, and of the last one's */
  readonly first: number;
  readonly last: number;
  readonly answers: number;
  /** Answers of 500 and above */
  readonly failed: number;
}

const CLERKS = ["aris", "danai", "filippos", "myrto", "nefeli"];
const OFFICE = "/api/offices/9901";
const SAMPLE_MS = 1_000;
const MINUTE_MS = 60_000;

export async function soak(minutes: number): Promise<Soaked> {
  const data = await aDataFolder();
  const platform = await startPlatform(data.env);
  try {
    const desks = await Promise.all(CLERKS.map((name) => signIn(platform.url, name)));
    const end = new AbortController();
    const counts = { answers: 0, failed: 0 };
    const work = async (desk: Desk) => {
      while (!end.signal.aborted)
        for (const status of await aClerksRound(desk)) {
          counts.answers++;
          if (status >= 500) counts.failed++;
        }
    };
    const working = Promise.all([...desks, ...desks].map(work));
    const samples = await memory(platform.process.pid as number, minutes);
    end.abort();
    await working;
    const ofAMinute = MINUTE_MS / SAMPLE_MS;
    return { first: middle(samples.slice(0, ofAMinute)), last: middle(samples.slice(-ofAMinute)), ...counts };
  } finally {
    await platform.kill("SIGTERM");
    await data.remove();
  }
}

/** Looks at a day and at a month, searches, books and cancels. @returns the answers' statuses */
async function aClerksRound(desk: Desk): Promise<number[]> {
  const day = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 + randomInt(60) });
  const seen = await desk.ask("GET", `${OFFICE}/days/${day}`);
  const month = await desk.ask("GET", `${OFFICE}/availability?from=${day}&to=${day.add({ days: 29 })}`);
  const letters = String.fromCodePoint(0x3b1 + randomInt(17), 0x3b1 + randomInt(17));
  const found = await desk.ask("POST", `${OFFICE}/appointment-searches`, { body: { text: letters } });
  const date = month.body.days[0]?.date ?? day.toString();
  const time = month.body.days[0]?.times[0]?.time ?? "10:00";
  const person = { lastName: "Δοκιμαστικός", firstName: "Αντοχή", service: "copy-certification" };
  const body = { date, time, queue: null, ...person };
  const booked = await desk.ask("POST", `${OFFICE}/appointments`, { body, key: randomUUID() });
  if (booked.status !== 201) return [seen, month, found, booked].map(({ status }) => status);
  const { id, version } = booked.body;
  const cancelled = await desk.ask("POST", `${OFFICE}/appointments/${id}/cancel`, {
    body: { reason: "citizen" },
    version,
    key: randomUUID(),
  });
  return [seen, month, found, booked, cancelled].map(({ status }) => status);
}

async function memory(pid: number, minutes: number): Promise<number[]> {
  const samples: number[] = [];
  for await (const _ of every(SAMPLE_MS)) {
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    samples.push(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024);
    if (samples.length * SAMPLE_MS >= minutes * MINUTE_MS) break;
  }
  return samples;
}

const middle = (samples: readonly number[]): number =>
  samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? 0;
