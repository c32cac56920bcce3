import { type FiguresSearch, validateFiguresSearch } from "../../../kit/charts/figures-search.ts";
import { NATIONAL_MEASURES, type NationalMeasure, SIZES, type Size } from "../../national/choices.ts";

/** What of the nation's figures is shown; the address keeps it over a reload. */
export interface NationalSearch extends FiguresSearch {
  /** Left out: on time */
  readonly measure?: NationalMeasure;
  /** Left out: that of most offices */
  readonly size?: Size;
  /** Of one region its offices; "-" names those without one */
  readonly region?: string;
}

const LONGEST = 100;

export function validateNationalSearch(search: Readonly<Record<string, unknown>>): NationalSearch {
  const { measure, size, region } = search;
  return {
    ...validateFiguresSearch(search),
    measure: NATIONAL_MEASURES.find((one) => one === measure),
    size: SIZES.find((one) => one === size || one === String(size)),
    region: typeof region === "string" && region !== "" && region.length <= LONGEST ? region : undefined,
  };
}

/** As a region stands in the address. */
export const regionName = (region: string | null): string => region ?? "-";
