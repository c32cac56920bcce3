import { basename } from "node:path";
import { chromiumPaths } from "../chromium.ts";
import { debianVersion } from "../servers/debian.ts";
import type { Note } from "./note.ts";
import { ran } from "./ran.ts";

/** Tests that allow for a busy machine */
const PROMISES = [
  "test/faults.test.ts",
  "test/live.test.ts",
  "test/races/races.test.ts",
  "src/identity/directory/refresh-rights.test.ts",
  "src/identity/routes.test.ts",
  "src/offices/office-columns.test.ts",
  "trial/seed/seed-demo.test.ts",
];

/** `npm test` allows a busy machine more time; the PATIENCE of 1 that we were started with takes the program at its word. */
export async function promises(note: Note): Promise<void> {
  const code = await ran("vitest", ["run", "--project=!embedded", ...PROMISES]);
  note(code === 0, `tests of what is promised within a time, held to it: ${PROMISES.join(", ")}`);
}

/** `npm test` asks Debian's server alone where there is one. */
export async function everyTestOnTheEmbeddedServer(note: Note): Promise<void> {
  if (!debianVersion()) return;
  const code = await ran("vitest", ["run", "--project=embedded"]);
  note(code === 0, "every test that asks a database, on the server that comes with the packages as well");
}

/** The tests in the browser: `npm test` asks axe for everything at one width of each state. */
export async function journeys(note: Note): Promise<void> {
  for (const browser of chromiumPaths()) {
    const code = await ran("playwright", ["test"], { AXE: "every-width", CHROMIUM_PATH: browser });
    note(
      code === 0,
      `every task in ${basename(browser)}, and axe over each state of its pages at 320, 768 and 1280 px, or at 320 and 1280 px`,
    );
  }
}

const SENDER_KILLS = 100;
const STORIES = 50;

/** What citizens are written, while senders are killed and the mail server is in every mood. */
export async function letters(note: Note): Promise<void> {
  const seed = String(Math.floor(Math.random() * 1_000_000_000));
  const counts = { SENDER_KILLS: String(SENDER_KILLS), STORIES: String(STORIES), SEED: seed };
  const code = await ran(
    "vitest",
    ["run", "--project=!embedded", "src/mail/senders.test.ts", "src/mail/story.test.ts"],
    counts,
  );
  note(
    code === 0,
    `of two senders that share the outbox one is killed, ${SENDER_KILLS} times: of each appointment the last letter says what is so, ` +
      `and what arrives twice is the same message; ${STORIES} times 100 acts in random order on 30 appointments, with a mail ` +
      `server that puts off, loses its answer or is dead (seeds from ${seed}): the letters tell the history`,
  );
}
