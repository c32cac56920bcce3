import { LONGER } from "../field/visit-services.ts";

/** How long an office takes for the services of one visit. Pure. */
export interface LengthTerms {
  /** By code; without one the catalogue has no such service */
  readonly minutes: ReadonlyMap<string, number>;
  /** So many minutes happen once, whatever the number of services */
  readonly common: number;
  /** So many more has whoever needs longer, once, whatever is done */
  readonly longer: number;
}

/**
 * Minutes of all of them, one after the other: what is common to them happens once, and each takes a minute of its own at
 * least. Of none of the catalogue: 0.
 * @param work as `workOfVisit` has it
 */
export function minutesTogether(work: readonly string[], { minutes, common, longer }: LengthTerms): number {
  const each = work.map((service) => minutes.get(service) ?? 0).filter((length) => length > 0);
  if (each.length === 0) return 0;
  const once = Math.min(common, Math.min(...each) - 1);
  return once + each.reduce((sum, length) => sum + length - once, 0) + (work.includes(LONGER) ? longer : 0);
}
