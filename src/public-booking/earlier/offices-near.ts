import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { FinderOffice } from "../../offices/places/finder-office.ts";
import { officesOfCountry } from "../../offices/places/offices-of-country.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { dateOf } from "../../platform/time.ts";
import type { Named } from "../../text/local-names.ts";
import { type OfficeAt, officesAround } from "../find/around.ts";
import { openOfficeIds } from "../find/find-sql.ts";
import type { OfficeChoice } from "./wish.ts";

/** An office at which a wish for an earlier place may be made. */
export interface NearOffice extends OfficeChoice, Named {
  /** From the office that has the appointment; null: that one, or it is not known */
  readonly km: number | null;
}

const MOST_OTHERS = 5;

/**
 * The office itself, then those around it, or of its region where nobody knows how far, that are open to citizens for all of it.
 * @param service all that is done, as `visitText` writes it
 */
export async function officesNear(
  db: Database,
  { id }: CitizensOffice,
  service: string,
  now: Temporal.Instant,
): Promise<readonly NearOffice[]> {
  const [all, open] = await Promise.all([officesOfCountry(db), openOfficeIds(db.acrossOffices, service, dateOf(now))]);
  const own = all.find((office) => office.id === id);
  if (!own) return [];
  const others = around(all, own)
    .filter(({ office }) => office.id !== id && open.has(office.id))
    .slice(0, MOST_OTHERS);
  return [{ ...own, km: null }, ...others.map(({ office, km }) => ({ ...office, km }))];
}

function around(all: readonly FinderOffice[], own: FinderOffice): readonly OfficeAt[] {
  const { latitude, longitude } = own;
  if (latitude !== null && longitude !== null)
    return officesAround(all, { where: "", point: { latitude, longitude } }).offices;
  return all.filter((office) => isOfSameArea(office, own)).map((office) => ({ office, km: null }));
}

const isOfSameArea = (office: FinderOffice, { municipality, regionalUnit }: FinderOffice): boolean =>
  regionalUnit === null ? office.municipality === municipality : office.regionalUnit === regionalUnit;
