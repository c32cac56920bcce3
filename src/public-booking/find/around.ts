import { findPlaces } from "../../offices/places/find-places.ts";
import type { FinderOffice } from "../../offices/places/finder-office.ts";
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
  const around = near(offices, middle).filter(({ km }) => km !== null && km <= NEAR_KM);
  const distances = new Map(around.map(({ office, km }) => [office, km]));
  const meant = new Set(named);
  const others = isUnknown ? [] : around.filter(({ office }) => !meant.has(office));
  return { offices: [...named.map((office) => ({ office, km: distances.get(office) ?? null })), ...others], isUnknown };
}

/** Those within reach; where nothing is, the nearest all the same. */
function near(offices: readonly FinderOffice[], point: Point): OfficeAt[] {
  const all = offices
    .flatMap((office) => (isPlaced(office) ? [{ office, km: kmBetween(office, point) }] : []))
    .sort((a, b) => a.km - b.km);
  const within = all.filter(({ km }) => km <= NEAR_KM);
  return within.length > 0 ? within : all.slice(0, AT_LEAST);
}

const isPlaced = (office: FinderOffice): office is FinderOffice & Point =>
  office.latitude !== null && office.longitude !== null;

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
