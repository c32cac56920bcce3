import type { Measured } from "./load.ts";
import { load } from "./load.ts";
import type { Machine } from "./machine.ts";
import { booking } from "./works.ts";

const RIVALS = 200;
const ROUNDS = 10;

/**
 * Many want one place at the same moment: the mean of some rounds after a first one, and the p99 of the worst;
 * everything but one 201 and a 409 for the others fails.
 */
export async function rivals(machine: Machine): Promise<Measured> {
  const first = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 700 });
  const rush = (day: number): Promise<Measured> => {
    const place = { date: first.add({ days: day }).toString(), time: "10:00", queue: 1 };
    return load(machine.service, RIVALS, RIVALS, () => ({ ...booking(machine, 3, place), expects: 409 }));
  };
  await rush(0);
  const rounds: Measured[] = [];
  for (let round = 1; round <= ROUNDS; round++) rounds.push(await rush(round));
  const mean = (of: (measured: Measured) => number) => rounds.reduce((sum, each) => sum + of(each), 0) / ROUNDS;
  return {
    rps: mean((each) => each.rps),
    p50: mean((each) => each.p50),
    p99: Math.max(...rounds.map((each) => each.p99)),
    serviceCpu: mean((each) => each.serviceCpu),
    databaseCpu: mean((each) => each.databaseCpu),
    // The one winner of each round is no failure.
    failures: rounds.reduce((sum, each) => sum + Math.abs(each.failures - 1), 0),
  };
}
