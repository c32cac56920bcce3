import type { ClosedReason } from "./contract.ts";
import type { PrinterTerms } from "./printer-sql.ts";

/** Why a printer is given no number, whatever the day's room; null: it is. Pure. */
export function closedReason({ givesNumbers, paper }: PrinterTerms): Exclude<ClosedReason, "day-full"> | null {
  if (!givesNumbers) return "numbers-off";
  return paper === "out" ? "paper-out" : null;
}
