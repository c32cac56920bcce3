import { halfSent } from "../doors/half-sent.ts";
import type { Note } from "./note.ts";
import { ran } from "./ran.ts";

/** What an attacker tries at the doors of the program, in full. */
const SIEGE_SECONDS = 60;
const ROLE_CALLS = 1_000;
const SEQUENCES = 2_000;

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

async function windows(note: Note): Promise<void> {
  const code = await ran("vitest", ["run", "--project=processes", "test/races/windows.test.ts"], {
    WINDOW_SEQUENCES: String(SEQUENCES),
  });
  note(
    code === 0,
    `one citizen with several windows at two processes: ${SEQUENCES} seeded sequences of choosing, extending, confirming, giving ` +
      "up and going back, often two at one moment: never two holds, none for nobody, no fault, and the doctor is green",
  );
}

const PARTS: readonly ((note: Note) => Promise<void>)[] = [(note) => halfSent(note, SIEGE_SECONDS), role, windows];

export async function doors(note: Note): Promise<void> {
  for (const part of PARTS) await part(note);
}
