import { centreOf, kmBetween, type Point } from "./distance.ts";
import type { FinderOffice } from "./find-sql.ts";
import { meantBy } from "./own-words.ts";

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

/** Further away nobody calls it near. */
const NEAR_KM = 30;
const AT_LEAST = 8;

/**
 * The offices around a point, the nearest first; or those that were named with what lies around them. Where these lie far
 * apart, or nobody knows where, they come alone and in the order of their names. Pure.
 */
export function officesAround(offices: readonly FinderOffice[], { where, point }: Whereabouts): readonly OfficeAt[] {
  if (point) return near(offices, point);
  const named = isPostcode(where) ? ofPostcode(offices, where) : officesMeant(where, offices);
  const middle = middleOf(named);
  if (!middle) return named.map((office) => ({ office, km: null }));
  const around = near(offices, middle).filter(({ km }) => km !== null && km <= NEAR_KM);
  const elsewhere = named.filter((office) => !around.some((one) => one.office === office));
  return [...around, ...elsewhere.map((office) => ({ office, km: null }))];
}

export const isPostcode = (where: string): boolean => /^\d{3}\s?\d{2}$/.test(where);

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

/** A postcode that no office has leads to those whose first digits are the same: they number the country by areas. */
function ofPostcode(offices: readonly FinderOffice[], where: string): FinderOffice[] {
  const digits = where.replaceAll(/\D/g, "");
  for (const length of [5, 4, 3, 2]) {
    const found = offices.filter(({ postcode }) => postcode?.startsWith(digits.slice(0, length)));
    if (found.length > 0) return found;
  }
  return [];
}

const wordsOf = ({ name, nameEn, municipality, regionalUnit }: FinderOffice): string =>
  [name, nameEn, municipality, regionalUnit].filter(Boolean).join(" ");
const officesMeant = meantBy(wordsOf);

function middleOf(named: readonly FinderOffice[]): Point | null {
  const placed = named.filter(isPlaced);
  const middle = centreOf(placed);
  return middle && placed.every((office) => kmBetween(office, middle) <= NEAR_KM) ? middle : null;
}

/** Those that are surely without steps first; otherwise as they were. */
export const withoutStepsFirst = (offices: readonly OfficeAt[]): OfficeAt[] => [
  ...offices.filter(({ office }) => office.stepFreeEntrance === true),
  ...offices.filter(({ office }) => office.stepFreeEntrance !== true),
];
