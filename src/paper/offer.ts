import type { OperableOffice } from "../identity/office-access.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { dateOf, instantOf, localDay } from "../platform/time.ts";
import type { SheetOffer } from "./contract.ts";
import { isSettled, nextLiveStart, putAway } from "./sql.ts";

/** The sheets that an office should have on paper before its first visitor comes, so that an outage finds it prepared. */
export async function sheetOffer(tx: Read, office: OperableOffice, now: Temporal.Instant): Promise<SheetOffer> {
  const today = dateOf(now);
  const { from, to } = localDay(today);
  if (await isSettled(tx, office, today, instantOf(from))) return { days: [] };
  const next = await nextLiveStart(tx, office.id, instantOf(to));
  return { days: [today, next ? dateOf(next) : today.add({ days: 1 })].map(String) };
}

/** For the rest of the day this employee is not reminded again. */
export async function putOfferAway(tx: Tx, office: OperableOffice, now: Temporal.Instant): Promise<SheetOffer> {
  await putAway(tx, office, dateOf(now));
  return { days: [] };
}
