import type { Logger } from "pino";
import { ensureEmployee } from "../src/identity/sql.ts";
import type { Config } from "../src/platform/config.ts";
import type { OpenDatabase } from "../src/platform/database/connect.ts";
import { openOwner } from "../src/platform/database/owner.ts";
import { OF_NATION } from "../src/platform/database/sql.ts";
import type { Clock } from "../src/platform/time.ts";
import type { Worker } from "../src/platform/worker.ts";
import { requireOffices } from "./seed/require-offices.ts";
import { seedDemo } from "./seed/seed-demo.ts";
import { startNeighbours } from "./seed/weeks/start-neighbours.ts";
import { MINISTRY_PEOPLE, PEOPLE, type StandInPerson } from "./stand-ins/people.ts";
import { startStandIns } from "./stand-ins/stand-ins.ts";
import { trialStaff } from "./trial-staff.ts";

/** What a server has that serves no real office, or not only: production loads nothing of it. */
export interface Trial {
  /** Of the servers that stand in, to be merged into the configuration */
  readonly settings: Partial<Config>;
  /** Whether people sign in as whom they like: then the offices are invented, and every page says so */
  readonly isInvented: boolean;
  /** To be printed once the server is ready: what stands in, and whom to sign in as */
  readonly introduction: readonly string[];
  /** Makes the invented offices, where there are to be any. @returns who goes on with them while the program serves */
  furnish(database: OpenDatabase, deps: FurnishDeps): Promise<Worker | null>;
  stop(): Promise<void>;
}

interface FurnishDeps {
  /** With the settings of the trial */
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Starts a server in place of each that is not configured. */
export async function startTrial(given: Config): Promise<Trial> {
  const { settings, gsis, addresses, stop } = await startStandIns(given);
  const isInvented = gsis !== null;
  return {
    settings,
    isInvented,
    stop,
    introduction: [
      ...(isInvented ? ["", INVENTED] : []),
      ...Object.entries(addresses).map(([name, address]) => `  ${name.padEnd(10)}${address}`),
      ...(isInvented ? ["Sign in as:", ...PEOPLE.map(personLine)] : []),
    ],
    // Beside a real sign-in invented offices would be in the way.
    furnish: async (database, deps) => {
      if (!isInvented) return null;
      await makeOffices(database, deps);
      return startNeighboursOf(database, deps);
    },
  };
}

async function makeOffices({ ownerUrl, app }: OpenDatabase, { config, clock, log }: FurnishDeps): Promise<void> {
  if (ownerUrl === null) return requireOffices(app);
  const owner = openOwner(ownerUrl);
  try {
    const staffOf = trialStaff({ db: app, clock, config, log });
    await seedDemo(owner.db, { now: clock(), staffOf, weeks: config.TRIAL_WEEKS });
    for (const person of MINISTRY_PEOPLE)
      await app.write(OF_NATION, (tx) => ensureEmployee(tx, { ...person, userId: person.id }));
  } finally {
    await owner.close();
  }
}

const startNeighboursOf = ({ ownerUrl, app }: OpenDatabase, { config, clock, log }: FurnishDeps): Worker | null =>
  ownerUrl === null || config.TRIAL_WEEKS === 0
    ? null
    : startNeighbours({ ownerUrl, app, clock, log, weeks: config.TRIAL_WEEKS });

const INVENTED = "This is a trial: the offices and the people are invented, the government's servers are simulated.";

function personLine({ id, firstName, lastName, gates }: StandInPerson): string {
  const where = gates.map(({ gateId, role }) => `${gateId} (${role})`).join(", ");
  return `  ${id.padEnd(10)}${firstName} ${lastName}: ${where || "no gate"}`;
}
