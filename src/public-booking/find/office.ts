import type { OfficeWait } from "../../measures/promises/office-wait.ts";
import { seenWait } from "../../measures/promises/seen-wait.ts";
import type { FinderOffice } from "../../offices/places/finder-office.ts";
import { officesOfCountry } from "../../offices/places/offices-of-country.ts";
import { Refusal } from "../../platform/refusal.ts";
import { dateOf } from "../../platform/time.ts";
import { kmBetween } from "./distance.ts";
import { type FoundService, openOfficeIds } from "./find-sql.ts";
import type { FoundOffice } from "./offices.ts";
import { type Looking, type SeenOffice, seenOffice } from "./seen-office.ts";

export interface OfficeFound {
  readonly office: SeenOffice;
  /** Null: none is chosen yet */
  readonly service: FoundService | null;
  /** Where citizens may book instead; null: they may here, or nowhere near */
  readonly nearest: FoundOffice | null;
  /** What it says of waiting; null: no night has counted yet */
  readonly wait: OfficeWait | null;
}

interface OfficeQuery {
  readonly service: FoundService | null;
  readonly now: Temporal.Instant;
}

/** @throws Refusal 404 */
export async function officeFound(looking: Looking, code: string, { service, now }: OfficeQuery): Promise<OfficeFound> {
  const all = await officesOfCountry(looking.db);
  const own = all.find((one) => one.code === code);
  if (!own) throw new Refusal(404, "office-not-found");
  const [office, wait] = await Promise.all([
    seenOffice(looking, own, { service: service?.code ?? null, now }),
    seenWait(looking.db, own.id),
  ]);
  const isElsewhere = office.offer.is === "phone" || office.offer.is === "not-offered";
  return {
    office,
    service,
    nearest: isElsewhere ? await nearestOpen(looking, { own, all }, { service, now }) : null,
    wait,
  };
}

/** Further away nobody is sent. */
const FURTHEST_KM = 100;

async function nearestOpen(
  looking: Looking,
  { own, all }: { readonly own: FinderOffice; readonly all: readonly FinderOffice[] },
  { service, now }: OfficeQuery,
): Promise<FoundOffice | null> {
  const query = { service: service?.code ?? null, now };
  const open = await openOfficeIds(looking.db.acrossOffices, query.service, dateOf(now));
  const [nearest] = all
    .filter(({ id }) => open.has(id))
    .flatMap((office) => {
      const km = distanceBetween(own, office);
      return km === null || km > FURTHEST_KM ? [] : [{ office, km }];
    })
    .sort((a, b) => a.km - b.km);
  return nearest ? { ...(await seenOffice(looking, nearest.office, query)), km: nearest.km } : null;
}

function distanceBetween(a: FinderOffice, b: FinderOffice): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  return kmBetween({ latitude: a.latitude, longitude: a.longitude }, { latitude: b.latitude, longitude: b.longitude });
}
