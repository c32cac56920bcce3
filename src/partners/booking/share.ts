import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { dateOf, localDay } from "../../platform/time.ts";
import { shareWith } from "../../public-booking/hoarding/held-share.ts";
import { offeredOn } from "../../public-booking/hold/offering.ts";
import { termsIfOpen } from "../../public-booking/opened-office.ts";
import type { PartnerCaller } from "./caller.ts";
import { countBooking, partnerMinutesOn } from "./share-sql.ts";

interface Wanted {
  readonly id: string;
  readonly service: string;
  readonly date: Temporal.PlainDate;
  readonly now: Temporal.Instant;
}

/**
 * One system gets no more of a day than the office gives to each, under the lock of that day.
 * @throws Refusal 409 where there is no room for this appointment beside the others that it has booked
 */
export async function requireShare(
  tx: Tx,
  office: CitizensOffice,
  partner: PartnerCaller,
  { id, service, date, now }: Wanted,
): Promise<void> {
  const terms = await termsIfOpen(tx, office);
  const offered = await offeredOn(tx, office, { service, date, terms, now });
  const others = await partnerMinutesOn(tx, office.id, { partner: partner.id, date, except: id });
  const percent = terms.partnerPercent;
  if (shareWith(offered, date, { minutes: others, percent }) <= 1) return;
  throw new Refusal(409, "partner-share-taken", { values: { date: date.toString(), percent } });
}

/** @throws Refusal 429 once it has booked so many today, with the seconds until tomorrow */
export async function requireDayNotFull(
  tx: Tx,
  partner: PartnerCaller,
  most: number,
  now: Temporal.Instant,
): Promise<void> {
  const today = dateOf(now);
  if (await countBooking(tx, { partner: partner.id, date: today, most })) return;
  const tomorrow = today.add({ days: 1 });
  const seconds = Math.ceil(localDay(tomorrow).from * 60 - now.epochMilliseconds / 1000);
  throw new Refusal(429, "partner-day-full", { values: { most, seconds, date: tomorrow.toString() } });
}
