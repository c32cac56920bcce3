/** The shown year in the address; without one, this year. */
export interface HolidaysSearch {
  readonly year?: number;
}

export const FIRST_YEAR = 2020;
export const LAST_YEAR = 2099;

export function validateHolidaysSearch(raw: Readonly<Record<string, unknown>>): HolidaysSearch {
  const year = Number(raw.year);
  return { year: Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined };
}
