import type { FieldError } from "../../platform/refusal.ts";
import { hasUnseenCharactersBesidesLines } from "../../platform/text/names.ts";
import type { DrawTerms } from "./draw-terms.ts";
import { hoursOpen } from "./windows.ts";

/** What the ministry may ask of draws. Pure, browser-safe. */

export const TERM_RANGES = {
  visitDays: { min: 3, max: 60 },
  answerDays: { min: 1, max: 30 },
  releaseDays: { min: 2, max: 59 },
  emailPercent: { min: 0, max: 100 },
  phonePercent: { min: 0, max: 100 },
  needPercent: { min: 0, max: 50 },
  needDays: { min: 0, max: 60 },
  moves: { min: 0, max: 20 },
} as const;

/** Who works or travels on one day must find it open on another. */
export const LEAST_HOURS_OPEN = 24;
export const LONGEST_REASON = 500;

type Ranged = keyof typeof TERM_RANGES;

export function termRangeErrors(numbers: Partial<Readonly<Record<Ranged, number>>>): FieldError[] {
  return (Object.entries(numbers) as [Ranged, number][]).flatMap(([field, number]) => {
    const { min, max } = TERM_RANGES[field];
    const isWithin = Number.isInteger(number) && min <= number && number <= max;
    return isWithin ? [] : [{ field, code: "number-out-of-range", values: { min, max } }];
  });
}

interface Wanted extends DrawTerms {
  readonly reason: string;
  readonly services: readonly string[];
}

/** @param known the codes of the catalogue */
export function termsErrors({ reason, services, ...terms }: Wanted, known: readonly string[]): FieldError[] {
  const { opensOn: _opensOn, opensTime: _opensTime, closesOn: _closesOn, closesTime: _closesTime, ...numbers } = terms;
  const errors = termRangeErrors(numbers);
  const isRanged = (field: Ranged) => !errors.some((error) => error.field === field);
  if (hoursOpen(terms) < LEAST_HOURS_OPEN)
    errors.push({ field: "closesTime", code: "draw-too-short", values: { least: LEAST_HOURS_OPEN } });
  if (isRanged("answerDays") && terms.answerDays >= terms.releaseDays)
    errors.push({ field: "releaseDays", code: "draw-release-early" });
  if (isRanged("releaseDays") && terms.releaseDays >= terms.visitDays)
    errors.push({ field: "visitDays", code: "draw-visits-early" });
  if (!services.every((code) => known.includes(code))) errors.push({ field: "services", code: "service-unknown" });
  return [...errors, ...reasonErrors(reason)];
}

function reasonErrors(reason: string): FieldError[] {
  const length = [...reason].length;
  if (reason.trim() === "") return [{ field: "reason", code: "draw-reason-required" }];
  if (length > LONGEST_REASON)
    return [{ field: "reason", code: "field-too-long", values: { max: LONGEST_REASON, length } }];
  return hasUnseenCharactersBesidesLines(reason) ? [{ field: "reason", code: "field-control-characters" }] : [];
}
