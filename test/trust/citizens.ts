import { RULES_BY_HAND, VISITS_BY_HAND } from "../doctor.ts";
import { type Arena, openArena, overlaps } from "../races/arena.ts";
import {
  citizensAgainstHiding,
  citizensAndClerksForOneTime,
  onePersonManyTimes,
  openToRivals,
} from "../races/citizens.ts";
import { bothOfOneBooker, openOtherOffice, PAIRS, partsAgainstClosing } from "../races/families.ts";
import type { Note } from "./note.ts";
import { ran } from "./ran.ts";

const RIVALS = 60;
const ROUNDS = 200;
const LIMIT = 10;
const BROWSERS = 50;
const PEOPLE = 500;
const HIDINGS = 1_000;
const FORGED_LINKS = 100_000;
const SEVERAL = 2_000;
const FAMILY_ROUNDS = 200;

type Rounds = (arena: Arena, note: Note) => Promise<void>;

/** A new one for each, whose clerks and head have just signed in; on a busy machine they come again. */
const inAnArena = (rounds: Rounds) => async (note: Note) => {
  const arena = await openArena(true);
  await openToRivals(arena);
  await rounds(arena, note);
  const overlapping = await overlaps(arena.sql);
  if (overlapping > 0) note(false, `overlapping pairs of live appointments after that: ${overlapping}`);
  await arena.close(...VISITS_BY_HAND, ...RULES_BY_HAND, "form-against-row");
};

async function counted(name: string, rounds: number, isRight: (round: number) => Promise<boolean>): Promise<number> {
  let wrong = 0;
  for (let round = 0; round < rounds; round++) {
    if (!(await isRight(round))) wrong++;
    process.stdout.write(`\r${name}: ${round + 1}/${rounds}`);
  }
  process.stdout.write("\n");
  return wrong;
}

const oneTime: Rounds = async (arena, note) => {
  const crowded = await counted("one time", ROUNDS, async (round) => {
    const { winners, losers, others } = await citizensAndClerksForOneTime(arena, RIVALS, round);
    return winners === 2 && losers === RIVALS - 2 && others.length === 0;
  });
  note(
    crowded === 0,
    `one time, two public queues: ${ROUNDS} rounds of ${RIVALS} rivals, half of them citizens, at two processes; rounds ` +
      `with other than 2 winners, or a loser without a 409: ${crowded}; nothing overlaps`,
  );
};

const onePerson: Rounds = async (arena, note) => {
  const greedy = await counted("one person", PEOPLE, async (round) => {
    return (await onePersonManyTimes(arena, BROWSERS, round)) === LIMIT;
  });
  note(
    greedy === 0,
    `one person in ${BROWSERS} browsers at once, on ${BROWSERS / 2} days, limit ${LIMIT}: ${PEOPLE - greedy} of ${PEOPLE} people had just that many`,
  );
};

const hidings: Rounds = async (arena, note) => {
  let hidden = 0;
  const unfinished = await counted("hidings", HIDINGS, async (round) => {
    const outcome = await citizensAgainstHiding(arena, round);
    hidden += outcome.hidden;
    return outcome.isHidden;
  });
  note(
    hidden + unfinished === 0,
    `citizens who confirm while the head hides their queue: ${HIDINGS} hidings; live in a hidden queue without the head's ` +
      `having seen it: ${hidden}; hidings that did not come about: ${unfinished}`,
  );
};

const families: Rounds = async (arena, note) => {
  await openOtherOffice(arena);
  const greedy = await counted("families of one booker", FAMILY_ROUNDS, async (round) => {
    const pair = PAIRS[round % PAIRS.length] as (typeof PAIRS)[number];
    return (await bothOfOneBooker(arena, pair)) === pair.most;
  });
  note(
    greedy === 0,
    `two families' visits of one booker at one moment in two offices at two processes, a person in both, too many people or nobody in both: ` +
      `${FAMILY_ROUNDS} rounds, ${greedy} with more or fewer booked than the limit allows`,
  );
  const parted = await counted("parts against closing", FAMILY_ROUNDS, async (round) => {
    const { wrong, unseen, isClosed } = await partsAgainstClosing(arena, round);
    return wrong + unseen === 0 && isClosed;
  });
  note(
    parted === 0,
    `parts of six families' visits given back while the head closes the office: ${FAMILY_ROUNDS} rounds, ${parted} in which one was ` +
      "lost, not as long as who is left needs, or in closed time without her having seen it",
  );
};

/** What citizens do at the same moment as the clerks, each other and the head who hides their queue. */
export const citizens = {
  "citizens for one time": inAnArena(oneTime),
  "one citizen many times": inAnArena(onePerson),
  "citizens against hiding": inAnArena(hidings),
  families: inAnArena(families),
  "forged links": forgedLinks,
  "visits of several": visitsOfSeveral,
};

async function forgedLinks(note: Note): Promise<void> {
  const test = ["run", "--project=!embedded", "src/public-booking/visit/links.test.ts", "-t", "no forged link"];
  const code = await ran("vitest", test, { FORGED_LINKS: String(FORGED_LINKS) });
  note(
    code === 0,
    `${FORGED_LINKS} forged links, which nobody counts: each is told like one that is over. Of ten million guesses at a link ` +
      "of 256 bits, beside a million links that are good, one hits with a probability of less than 10^-63",
  );
}

async function visitsOfSeveral(note: Note): Promise<void> {
  const models = ["several-model", "parts-model"].map((name) => `src/public-booking/${name}.test.ts`);
  const code = await ran("vitest", ["run", "--project=!embedded", ...models], { SEVERAL_SEEDS: String(SEVERAL) });
  note(
    code === 0,
    `${SEVERAL} offices and ${SEVERAL} stories of two at two processes, with visits of one to four people and services: what is shown ` +
      "is what can be taken, for as long as the rule says, and nothing overlaps; limits hold, also of two who confirm at one moment; " +
      "parts that are given back by staff, by link or by both at once free exactly their minutes, or it is said why not",
  );
}
