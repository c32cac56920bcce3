import type { Logger } from "pino";
import { placeForCitizen } from "../appointments/history/word-to-citizen.ts";
import { planMails } from "../outbox/plan.ts";
import type { Tx } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import { startJob } from "../platform/jobs/start-job.ts";
import { type Clock, dateOf, instantOf, localDay } from "../platform/time.ts";
import type { Worker } from "../platform/worker.ts";
import { claimReminders, expectedBetween, officesToRemind } from "./remind-sql.ts";

export interface RemindDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Each day, from the hour that an office has set, reminds the citizens of its next day. */
export const startReminding = (deps: RemindDeps): Worker =>
  startJob(deps, "reminders", {
    act: async () => {
      await remindAll(deps);
      return true;
    },
    failure: "reminders could not be planned",
  });

/** Any number of processes may do it at once; what none has come to before midnight is too late. */
export async function remindAll({ db, clock }: Omit<RemindDeps, "log">): Promise<void> {
  const now = clock();
  for (const office of await db.read({}, (tx) => officesToRemind(tx, now)))
    await db.write({ office }, (tx) => remindOffice(tx, office, now));
}

async function remindOffice(tx: Tx, office: number, now: Temporal.Instant): Promise<void> {
  const date = dateOf(now).add({ days: 1 });
  if (!(await claimReminders(tx, office, date))) return;
  const day = localDay(date);
  const expected = await expectedBetween(tx, office, { from: instantOf(day.from), to: instantOf(day.to) });
  const reminders = expected.map(({ id, email, ...visit }) => {
    const place = placeForCitizen(visit);
    return { id, email, kind: "reminder", place: [place, place] } as const;
  });
  await planMails(tx, office, reminders, { at: now, dueAt: now });
}
