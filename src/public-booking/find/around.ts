import { findPlaces } from "../../offices/places/find-places.ts";
import type { FinderOffice } from "../../offices/places/finder-office.ts";
import { memoizeByObject } from "../../platform/memoize.ts";
import { centreOf, kmBetween, type Point } from "./distance.ts";

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
/** To the north or south: a degree of our sphere is 111.2 kilometres */
const NEAR_DEGREES = NEAR_KM / 111;
const AT_LEAST = 8;

/**
 * The offices around a point, the nearest first; or those that are meant by what was typed, the likeliest first, and then
 * what lies around them. Where these lie far apart, what lies around the first. Pure.
 */
export function officesAround(offices: readonly FinderOffice[], { where, point }: Whereabouts): OfficesAround {
  if (point) return { offices: near(offices, point), isUnknown: false };
  const { offices: named, isUnknown } = findPlaces(offices, where);
  const middle = middleOf(named);
  if (!middle) return { offices: named.map((office) => ({ office, km: null })), isUnknown };
  const meant = named.map((office) => ({ office, km: isPlaced(office) ? kmIfNear(office, middle) : null }));
  const own = new Set(named);
  const isOther = ({ office, km }: OfficeAt) => km !== null && km <= NEAR_KM && !own.has(office);
  return { offices: isUnknown ? meant : [...meant, ...near(offices, middle).filter(isOther)], isUnknown };
}

/** Those within reach; where nothing is, the nearest all the same. */
function near(offices: readonly FinderOffice[], point: Point): OfficeAt[] {
  const placed = placedOf(offices);
  const at = (office: FinderOffice & Point): OfficeAt & { readonly km: number } => ({
    office,
    km: kmBetween(office, point),
  });
  const within = placed
    .filter(({ latitude }) => Math.abs(latitude - point.latitude) <= NEAR_DEGREES)
    .map(at)
    .filter(({ km }) => km <= NEAR_KM)
    .sort(byDistance);
  return within.length > 0 ? within : placed.map(at).sort(byDistance).slice(0, AT_LEAST);
}

function kmIfNear(office: Point, point: Point): number | null {
  const km = kmBetween(office, point);
  return km <= NEAR_KM ? km : null;
}

const byDistance = (a: { readonly km: number }, b: { readonly km: number }): number => a.km - b.km;

/** Once for each list of the country. */
const placedOf = memoizeByObject((offices: readonly FinderOffice[]) => offices.filter(isPlaced));

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
