/** What a page of all offices may be asked for, as it stands in its address. Browser-safe, and nothing more than words. */

/** Fewer closed weeks hold no ten days on which visits were recorded, without which no office counts */
export const LEAST_WEEKS = 4;
export const USUAL_WEEKS = 8;
/** From the least to the most that may be asked for */
export const WEEKS_OFFERED = [LEAST_WEEKS, USUAL_WEEKS, 13, 26] as const;

/** What offices are held against chance by: of those present begun in time; of walk-ins soon; of those due not come */
export const NATIONAL_MEASURES = ["on-time", "soon", "no-shows"] as const;
export type NationalMeasure = (typeof NATIONAL_MEASURES)[number];

/** Offices of like size, by the most counters that served on one day */
export const SIZES = ["1", "2", "3-5", "6-9", "10"] as const;
export type Size = (typeof SIZES)[number];
