import { RULES_BY_HAND } from "../doctor.ts";
import { type Arena, openArena, overlaps, QUEUES } from "../races/arena.ts";
import { bookAgainst, CLOSINGS } from "../races/closing.ts";
import { bookOneSlot, moveToOneSlot, type Outcome } from "../races/rivals.ts";
import type { Note } from "./note.ts";

const ROUNDS = 200;
const RIVALS = 60;
/** Within which 99 of a hundred losers know where else there is a place */
const LOST_WITHIN_MS = 300;
/** Of each kind of closing: a thousand in all */
const CLOSING_ROUNDS = 250;

export async function races(note: Note): Promise<void> {
  let overlapping = 0;
  /** Each begins with empty days: a round takes a new one, and hiding looks at all up to the last that is booked. */
  const inItsArena = async (race: (arena: Arena) => Promise<void>) => {
    const arena = await openArena();
    await race(arena);
    overlapping += await overlaps(arena.sql);
    await arena.close(...RULES_BY_HAND);
  };
  await inItsArena(async (arena) => {
    const one = (name: string, winners: number, race: () => Promise<Outcome>) => rounds(note, { name, winners, race });
    await one("one slot, lengths of 10, 20 and 30 minutes mixed", 1, () => bookOneSlot(arena, RIVALS, 1));
    await one("one slot, in any of five queues", QUEUES, () => bookOneSlot(arena, RIVALS, null));
    await one("one slot, by moving", 1, () => moveToOneSlot(arena, RIVALS));
  });
  for (const closing of CLOSINGS) await inItsArena((arena) => closings(note, arena, closing));
  note(overlapping === 0, `overlapping pairs of live appointments after all of it: ${overlapping}`);
}

interface Race {
  readonly name: string;
  readonly winners: number;
  readonly race: () => Promise<Outcome>;
}

async function rounds(note: Note, { name, winners, race }: Race): Promise<void> {
  let wrong = 0;
  const waits: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const outcome = await race();
    waits.push(...outcome.lostAfterMs);
    if (outcome.winners !== winners || outcome.losers !== RIVALS - winners) wrong++;
    process.stdout.write(`\r${name}: ${round + 1}/${ROUNDS}`);
  }
  process.stdout.write("\n");
  const p99 = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0;
  note(
    wrong === 0 && p99 <= LOST_WITHIN_MS,
    `${name}: ${ROUNDS} rounds of ${RIVALS} rivals at two processes; rounds with other than ${winners} winner(s), or a loser ` +
      `without a 409 and three alternatives: ${wrong}; p99 of the losers ${p99.toFixed(0)} ms of ${LOST_WITHIN_MS}`,
  );
}

async function closings(note: Note, arena: Arena, closing: (typeof CLOSINGS)[number]): Promise<void> {
  let [unseen, wrong, booked] = [0, 0, 0];
  for (let round = 0; round < CLOSING_ROUNDS; round++) {
    const outcome = await bookAgainst(arena, closing, round);
    unseen += outcome.unseen;
    booked += outcome.booked;
    if (!outcome.isClosed || outcome.others.length > 0) wrong++;
    process.stdout.write(`\rclerks against ${closing.name}: ${round + 1}/${CLOSING_ROUNDS}`);
  }
  process.stdout.write("\n");
  note(
    unseen + wrong === 0,
    `clerks against ${closing.name}: ${CLOSING_ROUNDS} rounds at two processes, ${booked} places taken meanwhile; live there ` +
      `without the head's having seen it: ${unseen}; rounds that ended otherwise: ${wrong}`,
  );
}
