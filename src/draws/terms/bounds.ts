/**
 * How many of the places that are drawn a kind of identity gets at most: the percent rounded down, one at least where it is more than
 * none. Null: with all of them there is no bound. Pure.
 */
export function boundOf(percent: number, places: number): number | null {
  if (percent === 100) return null;
  return percent === 0 ? 0 : Math.max(1, Math.floor((places * percent) / 100));
}
