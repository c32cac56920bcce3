import { measured } from "../doors/figures.ts";
import { PLANS } from "../oracle/plans.ts";
import type { Note } from "./note.ts";

const DAYS = 60;
const OFFICES = PLANS.length;
const FIRST = "2026-10-05";

interface Counts {
  readonly seed: string;
  readonly visits: number;
  readonly figures: number;
  readonly national: number;
  readonly outside: number;
  readonly kept: number;
  readonly published: number;
  readonly versions: number;
  readonly rows: number;
  readonly differences: number;
  readonly acts: Readonly<Record<string, number>>;
}

/** What the head's page and the ministry's tell, against visits that are written down beside the program and counted by nobody else. */
export async function officeFigures(note: Note): Promise<void> {
  const { isRight, figures } = await measured<Counts>("test/oracle/oracle.test.ts", {
    ORACLE_SEED: String(Math.floor(Math.random() * 1_000_000_000)),
    ORACLE_DAYS: String(DAYS),
    ORACLE_FIRST: FIRST,
    ORACLE_OFFICES: "all",
  });
  note(isRight, figures ? inWords(figures) : "the figures of offices came to none");
}

function inWords({
  seed,
  visits,
  acts,
  figures,
  national,
  outside,
  kept,
  rows,
  published,
  versions,
  differences,
}: Counts): string {
  const count = (...names: readonly string[]) => names.reduce((sum, name) => sum + (acts[name] ?? 0), 0);
  return (
    `${DAYS} days of ${OFFICES} offices from ${FIRST} (seed ${seed}), by the program's own commands: ${visits} visits; ` +
    `${count("undo", "undo next", "paper back")} times something was taken back (${acts["undo late"] ?? 0} times days later), ${count("paper")} sheets were brought in from ` +
    `paper, ${count("move")} visits moved, ${count("transfer")} given to another office, ${count("online")} booked by citizens, ` +
    `${count("turned away")} people turned away, ${count("anonymous")} visits made anonymous, ` +
    `${count("told on a screen", "told on a phone")} times somebody was told how long; ${figures} figures of the head's page, ` +
    `${national} of the ministry's by all that it may choose (${outside} times an office out of bounds), ${rows} of the nightly ` +
    `rows (${kept} ranges of waiting that were right) and ${published} of months that were published in ${versions} versions (exact ones exactly, ` +
    `moved and rounded ones within what may be told), though no night counted for three weeks and a release before summed some weeks, against the same computed visit by visit from what was written down: ` +
    `${differences} differ; then the doctor finds nothing`
  );
}
