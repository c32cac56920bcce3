import type { DrawRecord } from "../rule/draw-record.ts";

/** How a draw went, in numbers that name no office and no hour. Pure. */
export interface DrawSums {
  readonly wishes: number;
  readonly places: number;
  /** Of the draw itself, before anything was passed on */
  readonly drawn: number;
  readonly waiting: number;
  readonly byChoice: { readonly first: number; readonly second: number; readonly other: number };
}

export function sumsOf({ wishes, places, allotments }: Pick<DrawRecord, "wishes" | "places" | "allotments">): DrawSums {
  const of = (choice: number) => allotments.filter((allotment) => allotment.choice === choice).length;
  const [first, second, drawn] = [of(1), of(2), allotments.length];
  return {
    wishes: wishes.length,
    places: places.reduce((sum, { runs }) => runs.reduce((all, length) => all + length, sum), 0),
    drawn,
    waiting: wishes.length - drawn,
    byChoice: { first, second, other: drawn - first - second },
  };
}
