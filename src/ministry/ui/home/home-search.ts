/** Which part of the country is shown; nothing: all regions. "-" names the offices without one. */
export interface HomeSearch {
  readonly region?: string;
  readonly unit?: string;
  /** Only the offices that have not begun, one by one */
  readonly only?: "not-begun";
  /** Of the whole country those that are called so, instead of a part of it */
  readonly where?: string;
}

const LONGEST = 100;

export function validateHomeSearch({ region, unit, only, where }: Readonly<Record<string, unknown>>): HomeSearch {
  const isName = (value: unknown): value is string =>
    typeof value === "string" && value !== "" && value.length <= LONGEST;
  return {
    region: isName(region) ? region : undefined,
    unit: isName(region) && isName(unit) ? unit : undefined,
    only: only === "not-begun" ? only : undefined,
    where: isName(where) ? where : undefined,
  };
}

const NONE = "-";

/** As it stands in the address. */
export const partName = (name: string | null): string => name ?? NONE;

export const isOfPart = (name: string | null, part: string | undefined): boolean =>
  part === undefined || partName(name) === part;
