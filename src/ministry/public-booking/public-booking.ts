import { randomUUIDv7 } from "node:crypto";
import { recordNationally } from "../../audit/record.ts";
import type { MinistryStaff } from "../../identity/ministry-access.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal, refuseFields } from "../../platform/refusal.ts";
import { offsetText } from "../../platform/time.ts";
import { allRegions } from "../closures-sql.ts";
import type { Opening, PublicBooking, PublicBookingPreview, PublicBookingRequest } from "../contract.ts";
import { lockRulings } from "../sweep-sql.ts";
import {
  allOpenings,
  countPublicBooking,
  deleteOpening,
  insertOpening,
  type OpeningRow,
  openingById,
} from "./public-booking-sql.ts";

/** Δημόσια ραντεβού (circular, second phase): where heads may make queues public. Closed until the ministry opens it. */

export async function publicBooking(tx: Read, _ministry: MinistryStaff): Promise<PublicBooking> {
  const regions = await allRegions(tx);
  return {
    offices: regions.reduce((sum, { offices }) => sum + offices, 0),
    regions: regions.flatMap(({ name, offices }) => (name === null ? [] : [{ name, offices }])),
    openings: (await allOpenings(tx)).map(shown),
  };
}

/** Those to which it would be opened anew. @throws Refusal 422 as for the act */
export async function previewOpening(
  tx: Read,
  _ministry: MinistryStaff,
  request: PublicBookingRequest,
): Promise<PublicBookingPreview> {
  await check(tx, request);
  return countPublicBooking(tx, request.region, null);
}

/** @throws Refusal 422 for a region that there is not, and where it is open already */
export async function openPublicBooking(
  tx: Tx,
  ministry: MinistryStaff,
  request: PublicBookingRequest,
  now: Temporal.Instant,
): Promise<Opening> {
  await lockRulings(tx);
  await check(tx, request);
  const { region } = request;
  const id = randomUUIDv7();
  const { offices } = await countPublicBooking(tx, region, null);
  await insertOpening(tx, { id, region }, ministry.employeeId, now);
  await recordNationally(
    tx,
    ministry,
    { act: "public-booking-opened", details: { id, after: { region, offices } } },
    now,
  );
  return shown({ id, region, opened_at: now, opened_by_name: ministry.employeeName });
}

/** Those to which it would be closed, and the public queues that citizens would see no more. @throws Refusal 404 */
export async function previewClosing(tx: Read, _ministry: MinistryStaff, id: string): Promise<PublicBookingPreview> {
  const { region } = await existing(tx, id);
  return countPublicBooking(tx, region, id);
}

/** Queues stay public or hidden as their heads made them, for when it is opened again. @throws Refusal 404 */
export async function closePublicBooking(
  tx: Tx,
  ministry: MinistryStaff,
  id: string,
  now: Temporal.Instant,
): Promise<Opening> {
  await lockRulings(tx);
  const opening = await existing(tx, id);
  const { offices } = await countPublicBooking(tx, opening.region, id);
  await deleteOpening(tx, id);
  const before = { region: opening.region, offices };
  await recordNationally(tx, ministry, { act: "public-booking-closed", details: { id, before } }, now);
  return shown(opening);
}

async function check(tx: Read, { region }: PublicBookingRequest): Promise<void> {
  const isKnown = region === null || (await allRegions(tx)).some(({ name }) => name === region);
  if (!isKnown) refuseFields([{ field: "region", code: "region-unknown" }]);
  const isOpen = (await allOpenings(tx)).some((opening) => opening.region === null || opening.region === region);
  if (isOpen) refuseFields([{ field: "region", code: "public-booking-open" }]);
}

async function existing(tx: Read, id: string): Promise<OpeningRow> {
  const opening = await openingById(tx, id);
  if (!opening) throw new Refusal(404, "public-booking-not-found");
  return opening;
}

const shown = ({ id, region, opened_at, opened_by_name }: OpeningRow): Opening => ({
  id,
  region,
  openedAt: offsetText(opened_at),
  openedBy: opened_by_name,
});
