import type { BombingFigures } from "../doors/bombed-mailbox.ts";
import type { CatchAllFigures } from "../doors/catch-all.ts";
import { measured } from "../doors/figures.ts";
import type { TheftFigures } from "../doors/fixed-keys.ts";
import { halfSent } from "../doors/half-sent.ts";
import type { SpellingFigures } from "../doors/spellings.ts";
import type { Note } from "./note.ts";
import { ran } from "./ran.ts";

/** What an attacker tries at the doors of the program, in full. */
const SIEGE_SECONDS = 60;
const ROLE_CALLS = 1_000;
const SEQUENCES = 2_000;
const CALLS = 50_000;
const CATCH_ALL = { days: 3, minutes: 8 } as const;
const ROBBERIES = 3;
const BOMBED_HOURS = 36;

/** As it was when somebody looked from outside on 29 November 2026, at commit c3569b5. */
const THEN = {
  catchAll: "10 of a day's 10 public places held, and again after twelve minutes for ever",
  keys: "the browser's key was never renewed, and one that was set beforehand was taken over: the next one's name and ΑΦΜ were read and the visit cancelled",
  bombed: "10 letters in ten minutes, and no bound",
  spellings: "5 spellings, 5 bookings",
} as const;

async function role(note: Note): Promise<void> {
  const code = await ran("vitest", ["run", "--project=!embedded", "test/doors/role-with-sql.test.ts"], {
    ROLE_CALLS: String(ROLE_CALLS),
  });
  note(
    code === 0,
    `the application's login with SQL of one's own: ${ROLE_CALLS} hostile calls of each function that may more, and statements ` +
      "of all kinds: nothing erased before its time, forged or seen of others",
  );
}

interface WindowFigures {
  readonly steps: number;
  readonly confirmed: number;
}

async function windows(note: Note): Promise<void> {
  const counts = { WINDOW_SEQUENCES: String(SEQUENCES) };
  const { isRight, figures } = await measured<WindowFigures>("test/races/windows.test.ts", counts);
  note(
    isRight,
    `one citizen with several windows at two processes: ${SEQUENCES} seeded sequences (${figures?.steps} steps, ` +
      `${figures?.confirmed} confirmed) of choosing, extending, confirming, giving up and going back, often two at one moment: ` +
      "never two holds, none for nobody, no fault; after each sequence the doctor is green on all that is held, filled in and " +
      "booked, and at the end on everything",
  );
}

async function catchAll(note: Note): Promise<void> {
  const { days, minutes } = CATCH_ALL;
  const counts = { CATCH_ALL_DAYS: String(days), CATCH_ALL_MINUTES: String(minutes) };
  const { isRight, figures } = await measured<readonly CatchAllFigures[]>("test/doors/catch-all.test.ts", counts);
  const told = (figures ?? []).map(
    ({ mostOfDay, people, succeeded, pressed, booked }, index) =>
      `${index === 0 ? "from which nobody has come" : "from which somebody has come"}: ${percent(mostOfDay)} of a day's public ` +
      `places theirs at any minute, held or booked, by ${sum(pressed)} presses and ${booked} visits of theirs in all; ` +
      `${succeeded} of ${people} people got a time`,
  );
  note(
    isRight,
    `one attacker with endless addresses of a domain of their own, who chooses, presses every button of their letters and moves ` +
      `to the days that people want, ${days} days, four times ${minutes} minutes each: then ${THEN.catchAll} · now, a domain ` +
      told.join("; a domain "),
  );
}

async function fixedKeys(note: Note): Promise<void> {
  const counts = { ROBBERIES: String(ROBBERIES) };
  const { isRight, figures } = await measured<TheftFigures>("test/doors/fixed-keys.test.ts", counts);
  note(
    isRight,
    `whoever was at a browser before, or comes next, knows its keys by ${figures?.ways} ways or has set them: then ${THEN.keys} · ` +
      `now of ${figures?.victims} victims, by ${figures?.tries} pages asked for and buttons pressed, something was read or done ` +
      `${figures?.wrong.length} times (name, ΑΦΜ, e-mail, code, cancelling)`,
  );
}

async function bombedMailbox(note: Note): Promise<void> {
  const counts = { BOMBED_HOURS: String(BOMBED_HOURS), BOMBED_EVERY: "20" };
  const { isRight, figures } = await measured<BombingFigures>("test/doors/bombed-mailbox.test.ts", counts);
  const { pressed = {}, mostInHour, mostInDay } = figures ?? {};
  note(
    isRight,
    `a victim's mailbox, for ${BOMBED_HOURS} hours, by ${Object.keys(pressed).length} ways that make a letter, in six languages, ` +
      `at two processes, from networks without end and spelt differently: then ${THEN.bombed} · now, of ${sum(pressed)} presses, ` +
      `${mostInHour} letters in the worst hour and ${mostInDay} in the worst day`,
  );
}

async function wrongCalls(note: Note): Promise<void> {
  const seed = String(Math.floor(Math.random() * 1_000_000_000));
  const code = await ran("vitest", ["run", "--project=!embedded", "test/fuzz/fuzz.test.ts"], {
    FUZZ_CALLS: String(CALLS),
    FUZZ_SEED: seed,
  });
  const ofWallets = await ran("vitest", ["run", "--project=!embedded", "test/fuzz/wallet.test.ts"], {
    FUZZ_SEED: seed,
  });
  note(
    code === 0 && ofWallets === 0,
    `${CALLS} calls of every route, most with something wrong (seed ${seed}): none a fault of the server, each answer as it is ` +
      "declared, and a refused one leaves nothing",
  );
}

async function spellings(note: Note): Promise<void> {
  const { isRight, figures } = await measured<SpellingFigures>("test/doors/spellings.test.ts", {
    MOST_SPELLINGS: "1000",
  });
  note(
    isRight,
    `one person who spells the address of one mailbox otherwise each time: then ${THEN.spellings} · now ` +
      `${figures?.spellings} spellings at ${figures?.providers} providers, and ${sum(figures?.beyond ?? {})} bookings beyond the limit`,
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);

const PARTS: readonly ((note: Note) => Promise<void>)[] = [
  (note: Note) => halfSent(note, SIEGE_SECONDS),
  role,
  wrongCalls,
  windows,
  catchAll,
  fixedKeys,
  bombedMailbox,
  spellings,
];

export async function doors(note: Note): Promise<void> {
  for (const part of PARTS) await part(note);
}
