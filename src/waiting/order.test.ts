import { expect, test } from "vitest";
import type { Appointment } from "../appointments/contract.ts";
import type { Ticket } from "./contract.ts";
import { lineOf, type Waiting, whoWaits } from "./rules.ts";

/**
 * Ten thousand seeded lines of eight counters against the two sentences on the wall, written once more
 * from its words alone: nothing else decides who is called, at whichever counter, and nobody waits in vain.
 */
const DAYS = 10_000;
const COUNTERS = 8;
const PEOPLE = 14;
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
  readonly hasPriority: boolean;
}

/** The earliest time of appointment or arrival; arrival without one, or over ten minutes late, counts later, except with priority. */
function timeOf({ appointed, came, hasPriority }: Person, later: number): number {
  if (appointed !== null && came - appointed <= 10) return appointed;
  return hasPriority ? came : came + later;
}

test("every call is foretold by the sentence, on ten thousand days of eight counters", () => {
  let [calls, notForetold] = [0, 0];
  for (let day = 0; day < DAYS; day++) {
    const random = seeded(day);
    const later = [0, 10, 15, 30][day % 4] as number;
    const toCome = Array.from({ length: PEOPLE }, (_, index) => somebody(random, index)).toSorted(
      (a, b) => a.came - b.came,
    );
    const here: Person[] = [];
    for (let minute = 0; toCome.length + here.length > 0; minute += Math.floor(random() * 4)) {
      while (toCome[0] && toCome[0].came <= minute) here.push(toCome.shift() as Person);
      if (here.length === 0) {
        minute += 1;
        continue;
      }
      const counter = 1 + Math.floor(random() * COUNTERS);
      const called = lineOf(counter, shown(here, later))[0] as Waiting;
      const taken = here.findIndex(({ id }) => id === called.id);
      const earliest = Math.min(...here.map((one) => timeOf(one, later)));
      if (timeOf(here[taken] as Person, later) !== earliest) notForetold += 1;
      here.splice(taken, 1);
      calls += 1;
    }
  }
  expect({ calls, notForetold }).toEqual({ calls: DAYS * PEOPLE, notForetold: 0 });
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

const ticketOf = ({ id, came, hasPriority }: Person) =>
  ({
    id,
    issuedAt: at(came),
    status: "arrived",
    queue: null,
    calledAt: null,
    statutory: hasPriority,
    version: 1,
  }) as Ticket;

function somebody(random: () => number, index: number): Person {
  const came = Math.floor(random() * 90);
  const appointed = random() < 0.6 ? Math.max(0, came + Math.floor(random() * 40) - 18) : null;
  return {
    id: `person-${String(index).padStart(2, "0")}`,
    appointed,
    came,
    queue: 1 + Math.floor(random() * COUNTERS),
    hasPriority: appointed === null && random() < 0.05,
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
