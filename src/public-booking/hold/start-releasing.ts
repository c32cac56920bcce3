import type { Logger } from "pino";
import { forgetSessionsOver } from "../../identity/citizens/session.ts";
import { forgetConfirmLinks, forgetOldLetters } from "../../outbox/plan-link.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { startJob } from "../../platform/jobs/start-job.ts";
import type { Clock } from "../../platform/time.ts";
import type { Worker } from "../../platform/worker.ts";
import { deleteFormsSeenBefore, officesWithHoldsOver } from "../form/form-sql.ts";
import { deleteMovesOver } from "../wallet/move-sql.ts";
import { begunAfter } from "../wallet/try.ts";
import { deleteTriesBegunBefore } from "../wallet/try-sql.ts";
import { giveBackOver } from "./release.ts";

/** What was typed is not lost by whoever is called away from the screen. */
const FORM_HOURS = 2;

export interface ReleaseDeps {
  readonly db: Database;
  readonly clock: Clock;
}

/** Gives held times back when they are over, throws forms away that nobody comes back to, and signs citizens out. */
export const startReleasing = ({ log, ...deps }: ReleaseDeps & { readonly log: Logger }): Worker =>
  startJob({ db: deps.db, log }, "holds", {
    act: async (signal) => {
      let isDone = true;
      const onFailure = (err: unknown, office: number) => {
        isDone = false;
        log.warn({ err, office }, FAILURE);
      };
      await releaseAll(deps, { signal, onFailure });
      return isDone;
    },
    failure: FAILURE,
  });

const FAILURE = "times that are held no more could not be given back";

interface Watched {
  readonly signal?: AbortSignal;
  /** The other offices are seen to all the same */
  onFailure?(error: unknown, office: number): void;
}

export async function releaseAll({ db, clock }: ReleaseDeps, { signal, onFailure }: Watched = {}): Promise<void> {
  const now = clock();
  const seenBefore = now.subtract({ hours: FORM_HOURS });
  await db.write(OF_NATION, async (tx) => {
    await forgetOldLetters(tx, now);
    await forgetSessionsOver(tx, now);
    await deleteTriesBegunBefore(tx, begunAfter(now));
    await deleteMovesOver(tx, now);
  });
  for (const office of await officesWithHoldsOver(db.acrossOffices, now, seenBefore)) {
    if (signal?.aborted) return;
    await db
      .write({ office }, async (tx) => {
        await giveBackOver(tx, office, now);
        await forgetConfirmLinks(tx, office, await deleteFormsSeenBefore(tx, office, seenBefore));
      })
      .catch((error) => onFailure?.(error, office));
  }
}
