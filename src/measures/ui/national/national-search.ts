import { type FiguresSearch, validateFiguresSearch } from "../../../kit/charts/figures-search.ts";
import { NATIONAL_MEASURES, type NationalMeasure, SIZES, type Size } from "../../national/choices.ts";
import type { WeeksSearch } from "./weeks-in.ts";

/** Of one office, or of the nation: how it is shown, and of how many weeks. */
export interface OfficeWentSearch extends FiguresSearch, WeeksSearch {}

/** What of the nation's figures is shown; the address keeps it over a reload. */
export interface NationalSearch extends OfficeWentSearch {
  /** Left out: on time */
  readonly measure?: NationalMeasure;
  /** Left out: that of most offices */
  readonly size?: Size;
  /** Of one region its offices; "-" names those without one */
  readonly region?: string;
}

const LONGEST = 100;
const LONGEST_NUMBER = 20;

export function validateOfficeWentSearch(search: Readonly<Record<string, unknown>>): OfficeWentSearch {
  const { weeks } = search;
  const isWord = typeof weeks === "number" || (typeof weeks === "string" && weeks.length <= LONGEST_NUMBER);
  return { ...validateFiguresSearch(search), weeks: isWord ? weeks : undefined };
}

export function validateNationalSearch(search: Readonly<Record<string, unknown>>): NationalSearch {
  const { measure, size, region } = search;
  return {
    ...validateOfficeWentSearch(search),
    measure: NATIONAL_MEASURES.find((one) => one === measure),
    size: SIZES.find((one) => one === size || one === String(size)),
    region: typeof region === "string" && region !== "" && region.length <= LONGEST ? region : undefined,
  };
}

/** As a region stands in the address. */
export const regionName = (region: string | null): string => region ?? "-";
