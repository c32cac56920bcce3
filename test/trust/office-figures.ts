import { measured } from "../doors/figures.ts";
import type { Note } from "./note.ts";

const DAYS = 60;
const FIRST = "2026-10-05";

interface Compared {
  readonly seed: string;
  readonly visits: number;
  readonly figures: number;
  readonly rows: number;
  readonly differences: number;
  readonly acts: Readonly<Record<string, number>>;
}

/** What the head's page tells, against visits that are written down beside the program and counted by nobody else. */
export async function officeFigures(note: Note): Promise<void> {
  const { isRight, figures } = await measured<Compared>("test/oracle/oracle.test.ts", {
    ORACLE_SEED: String(Math.floor(Math.random() * 1_000_000_000)),
    ORACLE_DAYS: String(DAYS),
    ORACLE_FIRST: FIRST,
    ORACLE_OFFICES: "all",
  });
  const { seed, visits = 0, acts = {}, ...compared } = figures ?? {};
  const count = (...names: readonly string[]) => names.reduce((sum, name) => sum + (acts[name] ?? 0), 0);
  note(
    isRight,
    `${DAYS} days of nine offices from ${FIRST} (seed ${seed}), by the program's own commands: ${visits} visits, of which ` +
      `${count("undo", "undo next", "paper back")} acts were taken back, ${count("paper")} sheets brought in from paper, ` +
      `${count("transfer")} transferred, ${count("move")} moved, ${count("turned away")} turned away and ` +
      `${count("anonymous")} made anonymous; ${compared.figures ?? 0} figures of the head's page and ${compared.rows ?? 0} ` +
      `values of the nightly rows against the same computed from what was written down: ${compared.differences ?? "?"} differ`,
  );
}
