/** How people divide the times of a day. Browser-safe. */

export const PARTS_OF_DAY = [
  { name: "morning", to: "12:00" },
  { name: "noon", to: "15:00" },
  { name: "afternoon", to: "24:00" },
] as const;

export type PartOfDay = (typeof PARTS_OF_DAY)[number]["name"];

/** The parts that have any of these times, each with its own. */
export function inPartsOfDay(times: readonly string[]): { readonly name: PartOfDay; readonly times: string[] }[] {
  return PARTS_OF_DAY.map(({ name, to }, index) => {
    const from = PARTS_OF_DAY[index - 1]?.to ?? "";
    return { name, times: times.filter((time) => time >= from && time < to) };
  }).filter((part) => part.times.length > 0);
}
