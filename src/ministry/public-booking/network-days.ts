import type { MinistryStaff } from "../../identity/ministry-access.ts";
import type { Read } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import type { NetworkDays } from "../contract.ts";
import { FEW_NETWORKS, NETWORK_DAYS } from "./few-networks.ts";
import { networkDaysSince } from "./network-days-sql.ts";

/** Whether it looks as if appointments were resold: counts of days, of no network, person or office. */
export async function networkDays(tx: Read, _ministry: MinistryStaff, now: Temporal.Instant): Promise<NetworkDays> {
  const rows = await networkDaysSince(tx, dateOf(now).subtract({ days: NETWORK_DAYS }));
  return {
    days: rows.map((row) => ({ ...row, networks: unlessFew(row.networks), programs: unlessFew(row.programs) })),
  };
}

const unlessFew = (count: number): number | null => (count > 0 && count <= FEW_NETWORKS ? null : count);
