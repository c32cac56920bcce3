import { type ItemToBring, VISIT_CASES } from "../src/text/to-bring.ts";

/** A line of what to bring that holds for everybody, but for what is said otherwise. */
export const anItem = (
  greek: string,
  more: Partial<ItemToBring> = {},
): ItemToBring & { cases: ItemToBring["cases"][number][] } => ({
  greek,
  english: null,
  mark: null,
  ...more,
  cases: [...(more.cases ?? VISIT_CASES)],
});
