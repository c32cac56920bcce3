import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { aDataFolder } from "../data-folder.ts";
import { signIn } from "../desk.ts";
import { startPlatform } from "../platform.ts";
import { type FastClient, fastClientTo } from "./fast-client.ts";

/** Three times what the program can do, asked without waiting for answers. Times in milliseconds. */
export interface OverloadFigures {
  /** Answers a second when as many ask as are answered: the middle of before and after, for a machine is not always as fast */
  readonly capacity: number;
  readonly offered: number;
  /** Answers a second, of the capacity */
  readonly goodput: number;
  readonly acceptedP99: number;
  /** Told to come again */
  readonly refused: number;
  /** Answered otherwise, or not at all: how many by status, 0 for none */
  readonly failed: ReadonlyMap<number, number>;
  /** The staff of another office, who ask as always */
  readonly others: {
    readonly asked: number;
    readonly answered: number;
    readonly failed: ReadonlyMap<number, number>;
    readonly p99: number;
  };
}

const CLERKS = ["aris", "danai", "filippos", "myrto", "nefeli"];
const AT_ONCE = 20;
const OTHERS_A_SECOND = 5;

export async function overload(seconds: number): Promise<OverloadFigures> {
  const data = await aDataFolder();
  const platform = await startPlatform(data.env);
  try {
    const cookies = await Promise.all(CLERKS.map(async (name) => (await signIn(platform.url, name)).cookie));
    const { cookie } = await signIn(platform.url, "ismini");
    const asCrowd = (client: FastClient) => (index: number) =>
      reading(client, "9901", cookies[index % cookies.length] as string);
    const client = await fastClientTo(platform.port);
    const crowd = asCrowd(client);
    await capacityOf(crowd, seconds / 6);
    const before = await capacityOf(crowd, seconds / 3);
    const { answeredASecond, ...offered } = await offer(
      crowd,
      () => reading(client, "9902", cookie),
      before * 3,
      seconds,
    );
    const capacity = (before + (await capacityOf(crowd, seconds / 3))) / 2;
    client.close();
    return { capacity, goodput: answeredASecond / capacity, ...offered };
  } finally {
    await platform.kill("SIGTERM");
    await data.remove();
  }
}

interface Answer {
  readonly status: number;
  readonly ms: number;
}

/** Days from which on times are asked for, and how many at once: more questions than any process remembers the answers of */
const [FIRST_DAYS, MOST_DAYS] = [500, 5];

/** Free times that hardly anybody has asked for before: what is remembered costs next to nothing, and overloads nobody. */
async function reading(client: FastClient, office: string, cookie: string): Promise<Answer> {
  const first = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 + randomInt(FIRST_DAYS) });
  const last = first.add({ days: randomInt(MOST_DAYS) });
  const begun = performance.now();
  const status = await client.get(`/api/offices/${office}/availability?from=${first}&to=${last}`, cookie);
  return { status, ms: performance.now() - begun };
}

async function capacityOf(ask: (index: number) => Promise<Answer>, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let answered = 0;
  const worker = async (index: number) => {
    while (performance.now() < end) if ((await ask(index)).status === 200) answered++;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => worker(index)));
  return answered / seconds;
}

async function offer(
  asCrowd: (index: number) => Promise<Answer>,
  asOther: () => Promise<Answer>,
  rate: number,
  seconds: number,
): Promise<Omit<OverloadFigures, "capacity" | "goodput"> & { readonly answeredASecond: number }> {
  const begun = performance.now();
  const crowd: Promise<Answer>[] = [];
  const others: Promise<Answer>[] = [];
  for (let passed = 0; passed < seconds; passed = (performance.now() - begun) / 1_000) {
    while (crowd.length < passed * rate) crowd.push(asCrowd(crowd.length));
    while (others.length < passed * OTHERS_A_SECOND) others.push(asOther());
    await sleep(1);
  }
  const offered = crowd.length / ((performance.now() - begun) / 1_000);
  const answers = await Promise.all(crowd);
  const took = (performance.now() - begun) / 1_000;
  const accepted = answers.filter(({ status }) => status === 200);
  const refused = answers.filter(({ status }) => status === 503).length;
  const ofOthers = await Promise.all(others);
  const answered = ofOthers.filter(({ status }) => status === 200);
  return {
    offered,
    answeredASecond: accepted.length / took,
    acceptedP99: p99(accepted),
    refused,
    failed: countsByStatus(answers.filter(({ status }) => status !== 200 && status !== 503)),
    others: {
      asked: ofOthers.length,
      answered: answered.length,
      failed: countsByStatus(ofOthers.filter(({ status }) => status !== 200)),
      p99: p99(answered),
    },
  };
}

const countsByStatus = (answers: readonly Answer[]): ReadonlyMap<number, number> =>
  new Map([...Map.groupBy(answers, ({ status }) => status)].map(([status, { length }]) => [status, length]));

const p99 = (answers: readonly Answer[]): number =>
  answers.map(({ ms }) => ms).sort((a, b) => a - b)[Math.floor(answers.length * 0.99)] ?? 0;
