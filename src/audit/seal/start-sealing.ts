import type { Logger } from "pino";
import { ACROSS_OFFICES } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { startJob } from "../../platform/jobs/start-job.ts";
import { type Clock, dateOf, dateTextOf } from "../../platform/time.ts";
import type { Worker } from "../../platform/worker.ts";
import { headText } from "./head.ts";
import { type AuditKeys, keyName, signatureOf } from "./keys.ts";
import { endsOfChains, headsSince, keepHead, sealEntries } from "./seal-sql.ts";

/** Entries come together for so long */
const SOON_MS = 1_000;
/** By one statement, of which each office's chain waits for the end */
const AT_ONCE = 5_000;

export interface SealDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly keys: AuditKeys;
}

/** Seals what was recorded, a second later at most, and signs the ends of the chains once a day. */
export function startSealing(deps: SealDeps): Worker {
  let signedOn = "";
  const worker = startJob(deps, "sealing", {
    act: async (signal) => {
      let did = 0;
      for (let some = AT_ONCE; !signal.aborted && some === AT_ONCE; did += some) some = await sealSome(deps);
      const today = dateTextOf(deps.clock());
      if (today !== signedOn) await signDay(deps);
      signedOn = today;
      return { isDone: true, did };
    },
    failure: "entries of the audit could not be sealed",
  });
  let soon: NodeJS.Timeout | null = null;
  return {
    wake: () => {
      soon ??= setTimeout(() => {
        soon = null;
        worker.wake();
      }, SOON_MS).unref();
    },
    stop: () => {
      if (soon) clearTimeout(soon);
      return worker.stop();
    },
  };
}

export const sealSome = ({ db }: Pick<SealDeps, "db">): Promise<number> =>
  db.write(ACROSS_OFFICES, (tx) => sealEntries(tx, AT_ONCE));

/** The day's head, if there is none yet; told to the log too, which is kept elsewhere. */
export async function signDay({ db, clock, log, keys }: SealDeps): Promise<void> {
  const day = dateOf(clock());
  await db.write(ACROSS_OFFICES, async (tx) => {
    if ((await headsSince(tx, day)).length > 0) return;
    const [key] = keys;
    const document = headText({ day: day.toString(), key: keyName(key), ends: await endsOfChains(tx) });
    const signature = signatureOf(document, key);
    await keepHead(tx, { day, document, signature });
    log.info({ day: day.toString(), signature }, "the audit's chains were signed");
  });
}
