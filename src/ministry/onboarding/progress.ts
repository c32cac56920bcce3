import type { MinistryStaff } from "../../identity/ministry-access.ts";
import { actionsDone } from "../../onboarding/rules.ts";
import type { AcrossOffices } from "../../platform/database/sql.ts";
import { clockTextOf, dateOf, instantOf, localDay, offsetText } from "../../platform/time.ts";
import type { NationalDay, NationalProgress, OfficeProgress } from "../contract.ts";
import { countAppointments, firstFreeDays, type ProgressRow, progressOfOffices } from "./progress-sql.ts";

/** How far each office is on its way into the platform: states and numbers, nothing of any person. */

export async function nationalProgress(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  now: Temporal.Instant,
): Promise<NationalProgress> {
  const offices = (await progressOfOffices(tx)).map(shown);
  return { now: { date: dateOf(now).toString(), time: clockTextOf(now) }, offices };
}

function shown({ steps, begunAt, submittedAt, ...office }: ProgressRow): OfficeProgress {
  return {
    ...office,
    state: stateOf(begunAt, submittedAt),
    actions: actionsDone(steps),
    begunAt: begunAt && offsetText(begunAt),
    submittedAt: submittedAt && offsetText(submittedAt),
  };
}

function stateOf(begunAt: Temporal.Instant | null, submittedAt: Temporal.Instant | null): OfficeProgress["state"] {
  if (submittedAt) return "done";
  return begunAt ? "under-way" : "not-begun";
}

/** Today's appointments in all offices together, and how far away a free time is. */
export async function nationalDay(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  now: Temporal.Instant,
): Promise<NationalDay> {
  const date = dateOf(now);
  const { from, to } = localDay(date);
  return {
    date: date.toString(),
    ...(await countAppointments(tx, instantOf(from), instantOf(to))),
    firstFree: await firstFreeDays(tx, date),
  };
}
