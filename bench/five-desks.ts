import { Agent } from "node:http";
import { processSeconds } from "./cpu.ts";
import { changeOffices, dayShot, fullDay, VISITS } from "./full-days.ts";
import { fire, type Shot } from "./load.ts";
import type { Machine } from "./machine.ts";
import { shareOf } from "./share.ts";
import { booking } from "./works.ts";
import { anEmployee, type BenchOffice, clockTime, fillDays, OPENS, QUEUES, SLOT_MINUTES } from "./world.ts";

/** A booking, then five desks ask a day at once: that day of their office, or each a day of another office. */
export interface FiveDesksCost {
  /** Milliseconds of a processor, of program and database, for all six requests */
  readonly oneOffice: number;
  readonly fiveOffices: number;
  readonly failures: number;
}

const DESKS = 5;
const OFFICE = 6;
const ROUNDS = 200;
const FIRST = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 500 });
const DAYS = 40;

/** Days of the other offices have as many visits, and nobody has asked for them since they changed: nothing is shared. */
export async function fiveDesksCost(machine: Machine): Promise<FiveDesksCost> {
  const office = machine.world.offices[OFFICE] as BenchOffice;
  await fillDays(machine.sql, { offices: [office.id], first: FIRST, days: DAYS, perQueue: VISITS });
  const cookies: string[] = [];
  for (let desk = 0; desk < DESKS; desk++)
    cookies.push((await anEmployee(machine.sql, office.id, FIRST_AFM + desk)).cookie);
  const others = (round: number) => cookies.map((_, desk) => dayShot(fullDay(machine, round * DESKS + desk)));
  const same = (round: number) => cookies.map((cookie) => dayShot({ office, date: dateOf(round) }, cookie));
  await changeOffices(machine);
  const five = await costOf(machine, 0, others);
  const one = await costOf(machine, ROUNDS * 2, same);
  const cost = { oneOffice: one.cpu, fiveOffices: five.cpu, failures: one.failures + five.failures };
  process.stdout.write(
    `a booking, then five desks ask the day: CPU ${cost.oneOffice.toFixed(1)} ms; ` +
      `five of other offices: ${cost.fiveOffices.toFixed(1)} ms, failures ${cost.failures}\n`,
  );
  return cost;
}

const FIRST_AFM = 500_000_000;

/** Of a round, once a tenth as many have warmed up. */
async function costOf(machine: Machine, first: number, asking: (round: number) => readonly Shot[]) {
  const { service } = machine;
  const agent = new Agent({ keepAlive: true, maxSockets: DESKS });
  let failures = 0;
  const ask = async (shot: Shot) => {
    if ((await fire(agent, service.port, shot)) !== (shot.expects ?? 200)) failures++;
  };
  const go = async (from: number, to: number) => {
    for (let round = from; round < to; round++) {
      await ask(booking(machine, OFFICE, placeOfRound(round)));
      await Promise.all(asking(round).map(ask));
    }
  };
  const rounds = shareOf(ROUNDS);
  const warm = first + Math.ceil(rounds / 10);
  await go(first, warm);
  const before = await processSeconds(service);
  await go(warm, warm + rounds);
  const after = await processSeconds(service);
  agent.destroy();
  const seconds = after.service + after.database - before.service - before.database;
  return { cpu: (seconds * 1_000) / rounds, failures };
}

const dateOf = (round: number): Temporal.PlainDate => FIRST.add({ days: round % DAYS });

/** Every second slot of a queue is taken from the morning on; these lie between. */
function placeOfRound(round: number) {
  const onDay = Math.floor(round / DAYS);
  const minute = OPENS + (1 + 2 * Math.floor(onDay / QUEUES)) * SLOT_MINUTES;
  return { date: dateOf(round).toString(), time: clockTime(minute), queue: 1 + (onDay % QUEUES) };
}
