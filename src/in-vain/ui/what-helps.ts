import type { ServiceInVain } from "../contract.ts";
import { inVainCount } from "../in-vain-count.ts";

/** What would help a service, by what half of those in vain and more lacked. Pure. */
export type Help =
  /** When its words changed within these weeks: first it is seen what that did */
  | { readonly what: "changed"; readonly date: string }
  | { readonly what: "needless" | "elsewhere" }
  | { readonly what: "line"; readonly line: string; readonly count: number; readonly of: number }
  | { readonly what: "not-said"; readonly count: number; readonly of: number };

/** Of fewer in vain nothing is concluded */
export const LEAST_IN_VAIN = 10;

/** Null: too few, or no cause of which it is clear */
export function whatHelps(service: ServiceInVain): Help | null {
  const { paper, elsewhere, needless, mostMissing, notSaid, changed } = service;
  if (changed) return { what: "changed", date: changed };
  const all = inVainCount(service);
  if (all < LEAST_IN_VAIN) return null;
  if (2 * needless >= all) return { what: "needless" };
  if (2 * elsewhere >= all) return { what: "elsewhere" };
  if (2 * paper < all) return null;
  if (2 * notSaid >= paper) return { what: "not-said", count: notSaid, of: paper };
  if (mostMissing && 2 * mostMissing.count >= paper) return { what: "line", ...mostMissing, of: paper };
  return null;
}
