import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aMailDesk, type MailDesk } from "../../test/mail-desk.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";
import type { WantedKnobs } from "../../trial/stand-ins/smtp/knobs.ts";

/**
 * Acts in any order, second thoughts and a mail server in any mood: the letters that arrive tell of each appointment what
 * its history ends with, and nothing twice.
 */

let world: World;
let desk: MailDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aMailDesk(world);
});
afterEach(() => desk.close());

type Visit = Reply["body"];

/** `npm run trust` tells many stories, each once. */
const SEEDS = Array.from(
  { length: Number(process.env.STORIES ?? 1) },
  (_, n) => Number(process.env.SEED ?? 20261127) + n,
);
const VISITS = 30;
const ACTS = 100;
const DAYS = ["2026-11-30", "2026-12-01"] as const;
const SLOTS = 26;
const MOODS: readonly WantedKnobs[] = [
  {},
  { faults: [{ at: "rcpt", does: "refuse", code: 451, text: "4.7.1 Later", times: 3 }] },
  { faults: [{ at: "answer", does: "close", times: 1 }] },
  { dead: true },
];

test.each(SEEDS)("the letters tell the history (seed %d)", async (seed) => {
  const random = randomOf(seed);
  const visits = await booked();
  for (let act = 0; act < ACTS; act++) {
    const visit = pick([...visits.values()], random);
    const { status, body } = await pick(actsOn(visit, act, random), random)();
    if (status === 200) visits.set(visit.id, body);
    if (random(4) === 0) desk.smtp.knobs(pick(MOODS, random));
    if (random(3) === 0) await desk.delivered(random(5));
  }
  desk.smtp.knobs({});
  for (let round = 0; round < 12; round++) await desk.delivered(30);
  expect((await desk.rows("mail")).filter(({ state }) => state === "planned" || state === "sending")).toEqual([]);
  for (const visit of visits.values()) expectStory(visit);
});

async function booked(): Promise<Map<string, Visit>> {
  const visits = new Map<string, Visit>();
  for (let index = 0; index < VISITS; index++) {
    const more = { date: DAYS[Math.floor(index / SLOTS)], email: `v${index}@example.gr` };
    const visit = await desk.booked(timeAt(index % SLOTS), more);
    visits.set(visit.id, visit);
  }
  return visits;
}

const actsOn = ({ id, version }: Visit, act: number, random: Random): (() => Promise<Reply>)[] => [
  () => desk.move(id, { date: DAYS[0], time: timeAt(random(SLOTS)), queue: null }, version),
  () => desk.act(id, "cancellation", { version }),
  () => desk.act(id, "undo", { version }),
  () => desk.change(id, { notes: `σημείωση ${act}` }, version),
  () => desk.change(id, { service: pick(["vehicle", "signature"], random) }, version),
];

/** The last letter says what is so; no later one is older; none says what the one before has said. */
function expectStory({ email, status, date, time }: Visit): void {
  const letters = lettersTo(email);
  const last = letters.at(-1);
  if (status === "cancelled") expect(last?.method ?? "CANCEL").toBe("CANCEL");
  else expect([last?.method, last?.starts]).toEqual(["REQUEST", `${date}T${time}`]);
  const sequences = letters.map(({ sequence }) => sequence);
  expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
  const different = letters.filter((letter, at) => letter.messageId !== letters[at - 1]?.messageId).map(tells);
  expect(different.filter((said, at) => said === different[at - 1])).toEqual([]);
}

/** Each as its calendar entry and its words tell it. */
function lettersTo(address: string) {
  return desk.smtp.messages(address).map(({ calendar, headers, text }) => ({
    messageId: headers.find(({ name }) => name === "Message-ID")?.value,
    method: /METHOD:(\w+)/.exec(calendar ?? "")?.[1],
    starts: startIn(calendar ?? ""),
    sequence: Number(/SEQUENCE:(\d+)/.exec(calendar ?? "")?.[1]),
    what: /^Τι: +(.*)$/m.exec(text ?? "")?.[1],
  }));
}

const tells = ({ method, starts, what }: ReturnType<typeof lettersTo>[number]): string => [method, starts, what].join();

function startIn(calendar: string): string {
  const [, date = "", time = ""] = /DTSTART;TZID=Europe\/Athens:(\d{8})T(\d{4})/.exec(calendar) ?? [];
  return `${date.replace(/(\d{4})(\d\d)(\d\d)/, "$1-$2-$3")}T${time.replace(/(\d\d)(\d\d)/, "$1:$2")}`;
}

const timeAt = (slot: number): string =>
  [8 + Math.floor(slot / 4), (slot % 4) * 15].map((part) => String(part).padStart(2, "0")).join(":");

type Random = (below: number) => number;

function randomOf(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pick = <Of>(of: readonly Of[], random: Random): Of => of[random(of.length)] as Of;
