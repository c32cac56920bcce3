import { recordNationally } from "../../audit/record.ts";
import type { MinistryStaff } from "../../identity/ministry-access.ts";
import { announceRuling } from "../../live/announce.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { offsetText } from "../../platform/time.ts";
import type { NeedsOffer } from "../contract.ts";
import { lockNeedsOffer, needsOfferRow, updateNeedsOffer } from "./needs-sql.ts";

/** Whether visits may say what of health is to be prepared: off until the ministry's data protection officer has said yes. */
export async function needsOffer(tx: Read, _ministry: MinistryStaff): Promise<NeedsOffer> {
  const { changedAt, ...offer } = await needsOfferRow(tx);
  return { ...offer, changedAt: changedAt && offsetText(changedAt) };
}

/** @throws Refusal 412 when somebody else has switched it meanwhile */
export async function switchNeeds(
  tx: Tx,
  ministry: MinistryStaff,
  { version, isOn }: { readonly version: number; readonly isOn: boolean },
  now: Temporal.Instant,
): Promise<NeedsOffer> {
  await lockNeedsOffer(tx);
  const current = await needsOffer(tx, ministry);
  if (current.version !== version)
    throw new Refusal(412, "version-stale", { values: { words: "needs-stale" }, extensions: { current } });
  if (current.isOn === isOn) return current;
  await updateNeedsOffer(tx, ministry.employeeId, isOn, now);
  const details = { before: { isOn: current.isOn }, after: { isOn } };
  await recordNationally(tx, ministry, { act: "needs-switched", details }, now);
  announceRuling(tx);
  return needsOffer(tx, ministry);
}
