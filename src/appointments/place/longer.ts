import { visitMinutes } from "../../availability/queue-day.ts";
import type { Need } from "../../text/needs.ts";
import type { Companion } from "../field/field.ts";
import { workOfVisit } from "../field/visit-services.ts";
import { type LengthTerms, minutesTogether } from "./length.ts";

interface Visit {
  readonly service: string;
  readonly moreServices: readonly string[];
  readonly companions: readonly Pick<Companion, "services">[];
  readonly needs: readonly Need[];
  /** That it has, in whole slots */
  readonly minutes: number;
}

interface Longer {
  readonly minutes: number;
  /** As long it would be otherwise, in whole slots */
  readonly usual: number;
}

/** Of a visit that takes longer because that was ticked; null: it does not. Pure, browser-safe. */
export function longerThanUsual(visit: Visit, terms: LengthTerms, slotMinutes: number): Longer | null {
  const { needs, minutes } = visit;
  if (!needs.includes("longer-time")) return null;
  const others = needs.filter((need) => need !== "longer-time");
  const work = workOfVisit({ ...visit, needs: others });
  const usual = visitMinutes(slotMinutes, minutesTogether(work, terms));
  return minutes > usual ? { minutes, usual } : null;
}
