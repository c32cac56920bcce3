import { randomUUIDv7 } from "node:crypto";
import { recordNationally } from "../../audit/record.ts";
import type { MinistryStaff } from "../../identity/ministry-access.ts";
import { announceRuling } from "../../live/announce.ts";
import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";
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
  type NamedOffice,
  type OpeningExtent,
  type OpeningRow,
  officesOfCodes,
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
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  request: PublicBookingRequest,
): Promise<PublicBookingPreview> {
  return (await wished(tx, request)).preview;
}

/** @throws Refusal 422 for a region or an office that there is not, and where it is open already */
export async function openPublicBooking(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  request: PublicBookingRequest,
  now: Temporal.Instant,
): Promise<Opening> {
  await lockRulings(tx);
  const { extent, preview } = await wished(tx, request);
  const id = randomUUIDv7();
  await insertOpening(tx, { id, ...extent }, ministry.employeeId, now);
  announceRuling(tx);
  const after = recorded(extent, preview);
  await recordNationally(tx, ministry, { act: "public-booking-opened", details: { id, after } }, now);
  return shown({ id, ...extent, opened_at: now, opened_by_name: ministry.employeeName });
}

/** Those to which it would be closed, and the public queues that citizens would see no more. @throws Refusal 404 */
export async function previewClosing(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  id: string,
): Promise<PublicBookingPreview> {
  return countedOf(tx, await existing(tx, id), id);
}

/** Queues stay public or hidden as their heads made them, for when it is opened again. @throws Refusal 404 */
export async function closePublicBooking(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  id: string,
  now: Temporal.Instant,
): Promise<Opening> {
  await lockRulings(tx);
  const opening = await existing(tx, id);
  const before = recorded(opening, await countedOf(tx, opening, id));
  await deleteOpening(tx, id);
  announceRuling(tx);
  await recordNationally(tx, ministry, { act: "public-booking-closed", details: { id, before } }, now);
  return shown(opening);
}

interface Wished {
  readonly extent: OpeningExtent;
  readonly preview: PublicBookingPreview;
}

/** Named offices may be open in part: their list stands for itself, whatever else is closed later. */
async function wished(tx: AcrossOffices, { region, offices: codes = null }: PublicBookingRequest): Promise<Wished> {
  if (codes) {
    if (region !== null) refuseFields([{ field: "region", code: "region-beside-offices" }]);
    const extent = { region, offices: await namedOffices(tx, codes) };
    const preview = await countedOf(tx, extent, null);
    if (preview.offices === 0) refuseFields([{ field: "offices", code: "offices-open" }]);
    return { extent, preview };
  }
  const isKnown = region === null || (await allRegions(tx)).some(({ name }) => name === region);
  if (!isKnown) refuseFields([{ field: "region", code: "region-unknown" }]);
  const covers = (opening: OpeningRow) =>
    opening.offices === null && (opening.region === null || opening.region === region);
  if ((await allOpenings(tx)).some(covers)) refuseFields([{ field: "region", code: "public-booking-open" }]);
  const extent = { region, offices: null };
  const preview = await countedOf(tx, extent, null);
  if (preview.offices === 0 && preview.open > 0) refuseFields([{ field: "region", code: "public-booking-open" }]);
  return { extent, preview };
}

/** How many it opens, and how many others it holds for that are open besides: whoever opens or closes it is told both. */
async function countedOf(tx: AcrossOffices, extent: OpeningExtent, id: string | null): Promise<PublicBookingPreview> {
  const [alone, regions] = await Promise.all([countPublicBooking(tx, extent, id), allRegions(tx)]);
  const ofRegion = regions.filter(({ name }) => extent.region === null || name === extent.region);
  const all = extent.offices?.length ?? ofRegion.reduce((sum, { offices }) => sum + offices, 0);
  return { ...alone, open: all - alone.offices };
}

const OFFICE_CODE = /^[0-9]{4}[Α-Ω]?$/;
/** So many are told at once */
const MOST_TOLD = 10;

async function namedOffices(tx: Read, codes: readonly string[]): Promise<NamedOffice[]> {
  if (codes.length === 0) refuseFields([{ field: "offices", code: "field-required" }]);
  const offices = await officesOfCodes(
    tx,
    codes.filter((code) => OFFICE_CODE.test(code)),
  );
  const known = new Set(offices.map(({ code }) => code));
  const unknown = [...new Set(codes.filter((code) => !known.has(code)))];
  if (unknown.length > 0) {
    const told = unknown.slice(0, MOST_TOLD).map((code) => code.slice(0, 20));
    const values = { codes: [...told, ...(unknown.length > MOST_TOLD ? ["…"] : [])].join(", ") };
    refuseFields([{ field: "offices", code: "offices-unknown", values }]);
  }
  return offices;
}

/** As the history tells it: how many offices it concerned, and which where they were named. */
const recorded = ({ region, offices }: OpeningExtent, { offices: count }: PublicBookingPreview) => ({
  region,
  offices: count,
  ...(offices && { codes: offices.map(({ code }) => code) }),
});

async function existing(tx: Read, id: string): Promise<OpeningRow> {
  const opening = await openingById(tx, id);
  if (!opening) throw new Refusal(404, "public-booking-not-found");
  return opening;
}

const shown = ({ id, region, offices, opened_at, opened_by_name }: OpeningRow): Opening => ({
  id,
  region,
  offices: offices?.map(({ code, name }) => ({ code, name })) ?? null,
  openedAt: offsetText(opened_at),
  openedBy: opened_by_name,
});
