import { findPlaces } from "../../offices/places/find-places.ts";
import type { FinderOffice } from "../../offices/places/finder-office.ts";
import { createCache } from "../../platform/cache.ts";
import { memoizeByObject } from "../../platform/memoize.ts";
import { centreOf, kmApart, kmBetween, type Point, unitVectorOf } from "./distance.ts";

/** Where somebody looks for an office: around a point, or what was typed. */
export interface Whereabouts {
  readonly where: string;
  readonly point: Point | null;
}

export interface OfficeAt {
  readonly office: FinderOffice;
  /** Null: it is not known how far it is */
  readonly km: number | null;
}

export interface OfficesAround {
  readonly offices: readonly OfficeAt[];
  /** Nothing is called as it was typed: these only come near it */
  readonly isUnknown: boolean;
}

/** Further away nobody calls it near. */
const NEAR_KM = 30;
const AT_LEAST = 8;

/**
 * The offices around a point, the nearest first; or those that are meant by what was typed, the likeliest first, and then
 * what lies around them. Where these lie far apart, what lies around the first. Pure.
 */
export function officesAround(offices: readonly FinderOffice[], { where, point }: Whereabouts): OfficesAround {
  if (point) return { offices: nearPoint(offices, point), isUnknown: false };
  const { offices: named, isUnknown } = findPlaces(offices, where);
  const middle = middleOf(named);
  if (!middle) return { offices: named.map((office) => ({ office, km: null })), isUnknown };
  const meant = named.map((office) => ({ office, km: isPlaced(office) ? kmIfNear(office, middle) : null }));
  const own = new Set(named);
  const isOther = ({ office, km }: OfficeAt) => km !== null && km <= NEAR_KM && !own.has(office);
  return { offices: isUnknown ? meant : [...meant, ...near(offices, middle).filter(isOther)], isUnknown };
}

const nearest = createCache<string, NearPoint>({ name: "offices around a point", max: 100 });

/** As long as the country's offices are the same ones: a page's point is known to hundredths of a degree, and many share it. */
function nearPoint(country: readonly FinderOffice[], point: Point): readonly OfficeAt[] {
  const key = `${point.latitude} ${point.longitude}`;
  const known = nearest.get(key);
  if (known?.country === country) return known.offices;
  return nearest.set(key, { country, offices: near(country, point) }).offices;
}

interface NearPoint {
  readonly country: readonly FinderOffice[];
  readonly offices: readonly OfficeAt[];
}

/** Those within reach; where nothing is, the nearest all the same. */
function near(offices: readonly FinderOffice[], point: Point): OfficeAt[] {
  const here = unitVectorOf(point);
  const all = placedOf(offices).map(({ office, vector }) => ({ office, km: kmApart(vector, here) }));
  const within = all.filter(({ km }) => km <= NEAR_KM);
  return within.length > 0 ? nearestFirst(within) : nearestFirst(all).slice(0, AT_LEAST);
}

function kmIfNear(office: Point, point: Point): number | null {
  const km = kmBetween(office, point);
  return km <= NEAR_KM ? km : null;
}

/** By whole metres, then in their own order. A third of the time that it takes to compare two and two: there are a thousand. */
function nearestFirst(offices: readonly (OfficeAt & { readonly km: number })[]): OfficeAt[] {
  const { length } = offices;
  const keys = new Float64Array(length);
  offices.forEach(({ km }, index) => {
    keys[index] = Math.round(km * 1_000) * length + index;
  });
  const sorted: OfficeAt[] = [];
  for (const key of keys.sort()) sorted.push(offices[key % length] as OfficeAt);
  return sorted;
}

/** Once for each list of the country. */
const placedOf = memoizeByObject((offices: readonly FinderOffice[]) =>
  offices.filter(isPlaced).map((office) => ({ office, vector: unitVectorOf(office) })),
);

function isPlaced(office: FinderOffice): office is FinderOffice & Point {
  return office.latitude !== null && office.longitude !== null;
}

/** Of all that are meant, or where they lie far apart of the first; null: nobody knows where it is. */
function middleOf(named: readonly FinderOffice[]): Point | null {
  const placed = named.filter(isPlaced);
  const middle = centreOf(placed);
  if (middle && placed.every((office) => kmBetween(office, middle) <= NEAR_KM)) return middle;
  const [first] = named;
  return first && isPlaced(first) ? first : null;
}

/** Those that are surely without steps first; otherwise as they were. */
export const withoutStepsFirst = (offices: readonly OfficeAt[]): OfficeAt[] => [
  ...offices.filter(({ office }) => office.stepFreeEntrance === true),
  ...offices.filter(({ office }) => office.stepFreeEntrance !== true),
];
