/** Which part of the country is shown; nothing: all regions. "-" names the offices without one. */
export interface HomeSearch {
  readonly region?: string;
  readonly unit?: string;
  /** Only the offices that have not begun, one by one */
  readonly only?: "not-begun";
}

const LONGEST = 100;

export function validateHomeSearch({ region, unit, only }: Readonly<Record<string, unknown>>): HomeSearch {
  const isName = (value: unknown): value is string =>
    typeof value === "string" && value !== "" && value.length <= LONGEST;
  return {
    region: isName(region) ? region : undefined,
    unit: isName(region) && isName(unit) ? unit : undefined,
    only: only === "not-begun" ? only : undefined,
  };
}

const NONE = "-";

/** As it stands in the address. */
export const partName = (name: string | null): string => name ?? NONE;

export const isOfPart = (name: string | null, part: string | undefined): boolean =>
  part === undefined || partName(name) === part;
