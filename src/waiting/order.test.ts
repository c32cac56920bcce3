import { expect, test } from "vitest";
import type { Appointment } from "../appointments/contract.ts";
import type { Ticket } from "./contract.ts";
import { lineOf, type Waiting, whoWaits } from "./rules.ts";

/**
 * Ten thousand seeded days against the sentence on the wall: an appointment counts from its time, a number so many minutes after
 * it was given, and who belongs to another counter so many minutes later than there. Nothing else decides, and nobody starves.
 */
const DAYS = 10_000;
const OPENS = Temporal.Instant.from("2026-11-24T08:00:00+02:00");
const at = (minute: number): string => OPENS.add({ minutes: minute }).toString();
const clock = (minute: number): string =>
  OPENS.add({ minutes: minute }).toZonedDateTimeISO("Europe/Athens").toPlainTime().toString({ smallestUnit: "minute" });

interface Person {
  readonly id: string;
  /** Minutes since opening; null: without an appointment */
  readonly appointed: number | null;
  readonly came: number;
  readonly queue: number;
  readonly isStatutory: boolean;
}

/** The sentence, by itself: minutes only, and none of the program's code. */
function dueAt({ appointed, came, queue, isStatutory }: Person, counter: number, slack: number): number {
  if (appointed === null) return isStatutory ? came : came + slack;
  const due = came - appointed > 10 ? came + slack : appointed;
  return queue === counter ? due : due + slack;
}

test("the published rule and nothing else, on ten thousand days; nobody starves", () => {
  let served = 0;
  for (let day = 0; day < DAYS; day++) {
    const random = seeded(day);
    const slack = [0, 10, 15, 30][day % 4] as number;
    const counters = 1 + (day % 3);
    const people = Array.from({ length: 14 }, (_, index) => somebody(random, index, counters));
    const waiting = new Map<string, Person>();
    const toCome = people.toSorted((a, b) => a.came - b.came);
    const gone: Person[] = [];
    for (let minute = 0; gone.length < people.length; minute += 1 + Math.floor(random() * 6)) {
      while ((toCome[0]?.came ?? Infinity) <= minute) waiting.set(toCome[0]?.id as string, toCome.shift() as Person);
      if (waiting.size === 0) continue;
      const counter = 1 + Math.floor(random() * counters);
      const here = [...waiting.values()];
      const first = lineOf(counter, shown(here, slack), slack)[0] as Waiting;
      const taken = waiting.get(first.id) as Person;
      const earliest = Math.min(...here.map((one) => dueAt(one, counter, slack)));
      expect(dueAt(taken, counter, slack), `day ${day}, minute ${minute}`).toBe(earliest);
      // Whoever waits is passed only by those who were due earlier: their number falls with each one taken.
      waiting.delete(taken.id);
      gone.push(taken);
      served += 1;
    }
  }
  expect(served).toBe(DAYS * 14);
});

test("who waits is passed over by nobody who is due later, anywhere, by more than the minutes of the sentence", () => {
  for (let day = 0; day < 500; day++) {
    const random = seeded(day + DAYS);
    const slack = 15;
    const here = Array.from({ length: 14 }, (_, index) => somebody(random, index, 3));
    for (const counter of [1, 2, 3]) {
      const line = lineOf(counter, shown(here, slack), slack).map(
        ({ id }) => here.find((one) => one.id === id) as Person,
      );
      for (const [place, person] of line.entries())
        for (const later of line.slice(place + 1))
          expect(dueAt(person, person.queue, slack)).toBeLessThanOrEqual(dueAt(later, later.queue, slack) + slack);
    }
  }
});

const shown = (people: readonly Person[], slack: number): Waiting[] =>
  whoWaits(
    people.filter(({ appointed }) => appointed !== null).map(appointmentOf),
    people.filter(({ appointed }) => appointed === null).map(ticketOf),
    slack,
  );

const appointmentOf = ({ id, appointed, came, queue }: Person) =>
  ({
    id,
    queue,
    date: "2026-11-24",
    time: clock(appointed as number),
    status: "arrived",
    statusAt: at(came),
    createdAt: "2026-11-20T09:00:00+02:00",
    channel: "phone",
    calledAt: null,
    counter: null,
    version: 2,
  }) as Appointment;

const ticketOf = ({ id, came, isStatutory }: Person) =>
  ({
    id,
    issuedAt: at(came),
    status: "arrived",
    queue: null,
    calledAt: null,
    statutory: isStatutory,
    version: 1,
  }) as Ticket;

function somebody(random: () => number, index: number, counters: number): Person {
  const came = Math.floor(random() * 90);
  return {
    id: `person-${String(index).padStart(2, "0")}`,
    appointed: random() < 0.6 ? Math.max(0, came + Math.floor(random() * 40) - 18) : null,
    came,
    queue: 1 + Math.floor(random() * counters),
    isStatutory: random() < 0.05,
  };
}

/** Mulberry32: the same days in each run. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
