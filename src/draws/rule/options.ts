import type { CellPlaces, DayPart, DrawCell, DrawWish } from "./draw-record.ts";

/** A cell that is looked at for a wish. */
export interface DrawOption extends DrawCell {
  /** From 1 on; null: none that was wished for, but in its offices */
  readonly choice: number | null;
}

type Preference = Pick<DrawWish, "dayParts" | "offices" | "first" | "others">;

/**
 * Where a wish is looked for, one cell after the other: the list that its page shows. Pure, browser-safe.
 * @param all days with their parts that the draw has, the earliest first
 */
export function drawOptions(wish: Preference, all: readonly DayPart[]): DrawOption[] {
  const chosen = crossed(wish, wish.dayParts).map((cell, index) => ({ ...cell, choice: index + 1 }));
  if (!wish.others) return chosen;
  const wished = new Set(wish.dayParts.map(keyOfDayPart));
  const others = all.filter((dayPart) => !wished.has(keyOfDayPart(dayPart)));
  return [...chosen, ...crossed(wish, others).map((cell) => ({ ...cell, choice: null }))];
}

function crossed({ offices, first }: Preference, dayParts: readonly DayPart[]): DrawCell[] {
  const cells = (office: string, [date, part]: DayPart): DrawCell => ({ office, date, part });
  return first === "day"
    ? dayParts.flatMap((dayPart) => offices.map((office) => cells(office, dayPart)))
    : offices.flatMap((office) => dayParts.map((dayPart) => cells(office, dayPart)));
}

const keyOfDayPart = ([date, part]: DayPart): string => `${date} ${part}`;

/** Of a draw's places, each once, the earliest first. */
export function dayPartsOf(places: readonly CellPlaces[]): DayPart[] {
  const byKey = new Map(places.map(({ date, part }) => [keyOfDayPart([date, part]), [date, part] as const]));
  return [...byKey.values()].sort((a, b) => a[0].localeCompare(b[0], "en") || a[1] - b[1]);
}
