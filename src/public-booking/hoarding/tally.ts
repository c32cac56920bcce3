import type { FastifyBaseLogger } from "fastify";
import type { Database } from "../../platform/database/transaction.ts";
import type { App } from "../../platform/http/server.ts";
import { type FieldError, Refusal } from "../../platform/refusal.ts";
import { type Clock, dateOf } from "../../platform/time.ts";
import type { Restraint } from "./contract.ts";
import { addCounts } from "./tally-sql.ts";

/** How often citizens are asked or refused something for hoarding's sake: counted here, written some seconds later. */
export interface HoardingTally {
  /** By the code of a refusal or of a field's fault; others are not counted */
  note(officeId: number, code: string): void;
  /** What is refused on the way is noted. */
  watching<T>(officeId: number, work: () => Promise<T>): Promise<T>;
  noteErrors(officeId: number, errors: readonly FieldError[]): void;
  /** Writes what was counted. */
  write(): Promise<void>;
}

const RESTRAINT_OF: Readonly<Record<string, Restraint>> = {
  "hold-needs-work": "work",
  "hold-needs-email": "email",
  "email-temporary": "temporary-email",
  "email-domain-full": "new-domain",
  "too-many-visits": "too-many",
  "person-too-many-visits": "too-many",
  "nameless-too-many-visits": "too-many",
  "too-many-people": "too-many",
  "letters-used-up": "letters",
};

interface TallyDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Pick<FastifyBaseLogger, "warn">;
}

function createTally({ db, clock, log }: TallyDeps): HoardingTally {
  let counted = new Map<number, Map<Restraint, number>>();
  const note = (officeId: number, code: string) => {
    const what = Object.hasOwn(RESTRAINT_OF, code) ? RESTRAINT_OF[code] : undefined;
    if (!what) return;
    const ofOffice = counted.get(officeId) ?? new Map<Restraint, number>();
    counted.set(officeId, ofOffice.set(what, (ofOffice.get(what) ?? 0) + 1));
  };
  return {
    note,
    noteErrors: (officeId, errors) => {
      for (const { code } of errors) note(officeId, code);
    },
    watching: async (officeId, work) => {
      try {
        return await work();
      } catch (error) {
        if (error instanceof Refusal) note(officeId, error.code);
        throw error;
      }
    },
    write: async () => {
      const all = counted;
      counted = new Map();
      for (const [office, counts] of all)
        await db
          .write({ office }, (tx) => addCounts(tx, office, dateOf(clock()), counts))
          .catch((err) => log.warn({ err, office }, "numbers of what was asked or refused online are lost"));
    },
  };
}

/** A process that dies forgets the numbers of so long. */
const EVERY_MS = 5_000;

/** The same of a process, written every few seconds and when it ends. */
export function keepTally(app: App, deps: TallyDeps): HoardingTally {
  const tally = createTally(deps);
  const timer = setInterval(() => void tally.write(), EVERY_MS).unref();
  app.addHook("onClose", async () => {
    clearInterval(timer);
    await tally.write();
  });
  return tally;
}
