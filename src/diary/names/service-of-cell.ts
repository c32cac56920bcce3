import { fold } from "../../platform/text/fold.ts";

/** Which service a cell names. Pure. */

export interface ServiceName {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
}

export interface FoldedService {
  readonly code: string;
  /** Any of these names it in full; the names may also be begun */
  readonly whole: readonly string[];
  readonly names: readonly string[];
}

/** The same few names are compared with every row. */
export const servicesFolded = (services: readonly ServiceName[]): FoldedService[] =>
  services.map(({ code, name, shortName }) => {
    const names = [fold(name), fold(shortName)];
    return { code, whole: [fold(code), ...names], names };
  });

/** By its code, or by the beginning of its name, if only one begins so. */
export function serviceOfCell(cell: string, services: readonly FoldedService[]): string | null {
  const text = fold(cell).trim();
  if (text === "") return null;
  const exact = services.find(({ whole }) => whole.includes(text));
  const beginning = services.filter(({ names }) => names.some((name) => name.startsWith(text)));
  return (exact ?? (beginning.length === 1 ? beginning[0] : undefined))?.code ?? null;
}

/** «γνήσιο, 2 αντίτυπα»: the only service that one of its parts names, and whether that is all. */
export function serviceIn(
  cell: string,
  services: readonly FoldedService[],
): { readonly service: string | null; readonly isWhole: boolean } {
  const whole = serviceOfCell(cell, services);
  if (whole !== null) return { service: whole, isWhole: true };
  const parts = cell.split(/[,;·+|/\n]|\s-\s/).flatMap((part) => serviceOfCell(part, services) ?? []);
  const [service = null, ...others] = new Set(parts);
  return { service: others.length === 0 ? service : null, isWhole: false };
}
