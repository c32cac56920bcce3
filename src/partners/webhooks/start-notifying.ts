import type { Logger } from "pino";
import type { Registry } from "prom-client";
import { ACROSS_OFFICES, type AcrossOffices } from "../../platform/database/sql.ts";
import { measureAtScrape } from "../../platform/http/metrics.ts";
import { startJob } from "../../platform/jobs/start-job.ts";
import type { Worker } from "../../platform/worker.ts";
import { type NotifyDeps, notify } from "./notify.ts";
import { forgetNotices, noticeBacklog, takeNotices } from "./webhook-sql.ts";

const KEPT = { hours: 30 * 24 } as const;
const AT_ONCE = 40;
/** A slow receiver keeps no other one waiting. */
const AT_ONCE_OF_PARTNER = 4;

export interface NotifyingDeps extends NotifyDeps {
  readonly log: Logger;
}

/** Takes notices to partners, beside everything else; any number of processes may do so. */
export function startNotifying(deps: NotifyingDeps): Worker {
  const notifying = startSending(deps);
  const forgetting = startJob(deps, "old-notices", {
    act: async () => {
      const did = await deps.db.write(ACROSS_OFFICES, (tx) => forgetNotices(tx, deps.clock().subtract(KEPT)));
      return { isDone: did === 0, did };
    },
    failure: "notices that are too old are still there",
  });
  return {
    wake: notifying.wake,
    stop: async () => {
      await Promise.all([notifying.stop(), forgetting.stop()]);
    },
  };
}

/** As many as there is room for are under way; whenever one has ended, it is looked for the next. */
function startSending(deps: NotifyingDeps): Worker {
  const underWay = new Set<Promise<void>>();
  const worker = startJob(deps, "partner-notices", {
    act: async (signal) => {
      const room = AT_ONCE - underWay.size;
      if (room > 0 && !signal.aborted) for (const notice of await taken(deps, room)) begin(notice);
      if (signal.aborted) await Promise.all(underWay);
      return true;
    },
    failure: FAILURE,
  });
  const begin = (notice: Parameters<typeof notify>[1]) => {
    const sending = notify(deps, notice)
      .catch((err) => deps.log.warn({ err, partner: notice.partner }, FAILURE))
      .finally(() => {
        underWay.delete(sending);
        worker.wake();
      });
    underWay.add(sending);
  };
  return {
    wake: worker.wake,
    stop: async () => {
      await worker.stop();
      await Promise.all(underWay);
    },
  };
}

const FAILURE = "partners could not be told of their appointments; they will be";

const taken = ({ db, clock }: NotifyingDeps, most: number) =>
  db.write(ACROSS_OFFICES, (tx) => takeNotices(tx, clock(), { mostOfPartner: AT_ONCE_OF_PARTNER, most }));

/** What tells the operator that partners do not hear of their appointments. */
export function measureNotices({ db, clock }: Pick<NotifyDeps, "db" | "clock">, metrics: Registry): void {
  measureAtScrape(
    metrics,
    {
      webhooks_waiting: "Notices to partners that have not arrived",
      webhooks_longest_failing_seconds: "For how long the partner that has heard nothing for longest has heard nothing",
    },
    async () => {
      const now = clock();
      const { waiting, failingSince } = await db.read(ACROSS_OFFICES, (tx) => noticeBacklog(tx));
      const failing = failingSince === null ? 0 : failingSince.until(now).total("seconds");
      return { webhooks_waiting: waiting, webhooks_longest_failing_seconds: failing };
    },
  );
}

/** Of all partners */
export const noticesWaiting = async (tx: AcrossOffices): Promise<number> => (await noticeBacklog(tx)).waiting;
