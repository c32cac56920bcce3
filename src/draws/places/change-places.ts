import { record } from "../../audit/record.ts";
import type { AdministeredOffice } from "../../identity/office-access.ts";
import { announceJob } from "../../live/announce.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { type FieldError, Refusal, refuseFields } from "../../platform/refusal.ts";
import type { OwnDraws, PlacesRequest } from "../contract.ts";
import { servicesDrawn } from "../terms/terms-sql.ts";
import { ownOf } from "./draws-of-office.ts";
import { deleteOfficeDraws, lockedOfficeDraws, lockOfficeDraws, writeOfficeDraws } from "./office-sql.ts";
import { openQueues } from "./results-of-office-sql.ts";

/** What an office gives by draw: its head says so, and it holds from the next draw on that has not closed. */

const MOST_PLACES = 60;

interface Change {
  readonly service: string;
  readonly version: number;
  readonly now: Temporal.Instant;
}

/** @throws Refusal 404 for a service that is not drawn, 412 when somebody else has changed it, 422 at the fields */
export async function changePlaces(
  tx: Tx,
  office: AdministeredOffice,
  { queue, places }: PlacesRequest,
  change: Change,
): Promise<OwnDraws> {
  const { service, now } = change;
  if (!(await servicesDrawn(tx)).includes(service)) throw new Refusal(404, "draw-service-unknown");
  const before = await currentOwn(tx, office, change);
  refuseFields([...(await queueErrors(tx, office, queue)), ...placesErrors(places)]);
  const given = places.filter(({ count }) => count > 0);
  await writeOfficeDraws(tx, office.id, { service, queue, places: given, now });
  const after = ownOf(await lockedOfficeDraws(tx, office.id, service));
  await recordChange(tx, office, { before, after }, change);
  return after;
}

/** It gives none of it by draw any more; what people have wished for stays. @throws Refusal as above */
export async function endPlaces(tx: Tx, office: AdministeredOffice, change: Change): Promise<OwnDraws> {
  const before = await currentOwn(tx, office, change);
  if (before.version === 0) return before;
  await deleteOfficeDraws(tx, office.id, change.service);
  const after = ownOf(null);
  await recordChange(tx, office, { before, after }, change);
  return after;
}

/** Nobody else changes it until the transaction ends. */
async function currentOwn(tx: Tx, office: AdministeredOffice, { service, version }: Change): Promise<OwnDraws> {
  await lockOfficeDraws(tx, office.id);
  const current = ownOf(await lockedOfficeDraws(tx, office.id, service));
  if (current.version !== version)
    throw new Refusal(412, "version-stale", { values: { words: "draw-places-stale" }, extensions: { current } });
  return current;
}

async function recordChange(
  tx: Tx,
  office: AdministeredOffice,
  { before, after }: { readonly before: OwnDraws; readonly after: OwnDraws },
  { service, now }: Change,
): Promise<void> {
  const kept = ({ queue, places }: OwnDraws) => ({ queue, places });
  const details = { service, before: kept(before), after: kept(after) };
  await record(tx, office, { act: "draw-places-changed", details }, now);
  announceJob(tx, "draws");
}

async function queueErrors(tx: Read, office: AdministeredOffice, queue: number): Promise<FieldError[]> {
  const isOpen = (await openQueues(tx, office.id)).some(({ number }) => number === queue);
  return isOpen ? [] : [{ field: "queue", code: "draw-queue-closed" }];
}

function placesErrors(places: PlacesRequest["places"]): FieldError[] {
  const isWithin = places.every(({ count }) => Number.isInteger(count) && count >= 0 && count <= MOST_PLACES);
  if (!isWithin) return [{ field: "places", code: "number-out-of-range", values: { min: 0, max: MOST_PLACES } }];
  const cells = new Set(places.map(({ weekday, part }) => `${weekday} ${part}`));
  const isOnce = cells.size === places.length;
  return isOnce && places.some(({ count }) => count > 0) ? [] : [{ field: "places", code: "draw-places-required" }];
}
