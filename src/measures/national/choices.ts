/** What a page of all offices may be asked for, as it stands in its address. Browser-safe, and nothing more than words. */

/** What offices are held against chance by: of those present begun in time; of walk-ins soon; of those due not come */
export const NATIONAL_MEASURES = ["on-time", "soon", "no-shows"] as const;
export type NationalMeasure = (typeof NATIONAL_MEASURES)[number];

/** Offices of like size, by the most counters that served on one day */
export const SIZES = ["1", "2", "3-5", "6-9", "10"] as const;
export type Size = (typeof SIZES)[number];
