import { recordNationally } from "../../audit/record.ts";
import type { MinistryStaff } from "../../identity/ministry-access.ts";
import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";
import { Refusal, refuseFields } from "../../platform/refusal.ts";
import { offsetText } from "../../platform/time.ts";
import { retentionErrors } from "../../retention/rules.ts";
import type { RetentionPeriod, RetentionRequest, RulingPreview } from "../contract.ts";
import { countDue } from "../sweep-sql.ts";
import { lockRetentionPeriod, retentionPeriodRow, updateRetentionPeriod } from "./period-sql.ts";

/** How many days after a visit all offices keep who it was for. */

export async function retentionPeriod(tx: Read, _ministry: MinistryStaff): Promise<RetentionPeriod> {
  const { changedAt, ...period } = await retentionPeriodRow(tx);
  return { ...period, changedAt: changedAt && offsetText(changedAt) };
}

/** How many appointments become anonymous at once. @throws Refusal 422 */
export async function previewRetention(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  days: number,
  now: Temporal.Instant,
): Promise<RulingPreview> {
  refuseFields(retentionErrors({ days }));
  return countDue(tx, days, now);
}

/**
 * There is no way back from a shorter one: it is refused while it makes more anonymous than was seen.
 * @throws Refusal 412 when somebody else has changed it, 422 at the field, 409 with the number there is by now
 */
export async function changeRetention(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  { version, request: { days, seen } }: { readonly version: number; readonly request: RetentionRequest },
  now: Temporal.Instant,
): Promise<RetentionPeriod> {
  await lockRetentionPeriod(tx);
  const current = await retentionPeriod(tx, ministry);
  if (current.version !== version)
    throw new Refusal(412, "version-stale", { values: { words: "retention-stale" }, extensions: { current } });
  refuseFields(retentionErrors({ days }));
  const { appointments } = days < current.days ? await countDue(tx, days, now) : { appointments: 0 };
  if (appointments > seen) throw new Refusal(409, "retention-unseen", { extensions: { appointments } });
  await updateRetentionPeriod(tx, ministry.employeeId, days, now);
  const details = { before: { days: current.days }, after: { days }, appointments };
  await recordNationally(tx, ministry, { act: "retention-changed", details }, now);
  return retentionPeriod(tx, ministry);
}
