import type { Standing } from "../appointments/concerned.ts";
import { localDay, minuteOfDay } from "../platform/time.ts";
import type { Visit } from "./affected.ts";
import type { Decision } from "./contract.ts";
import type { DrawnUp } from "./draw-up.ts";
import type { Place, Places } from "./places.ts";

/** An appointment and what its head decided; under way it stays without being asked about. */
export interface Decided {
  readonly visit: Visit;
  readonly standing: Standing;
  readonly act: Decision["act"];
  /** null: it stays */
  readonly place: Place | null;
}

/**
 * The decisions, when they are about just the appointments that are concerned, in their present versions, and every
 * place chosen can be given; else null.
 */
export function matched(
  { proposed, standing, places }: DrawnUp,
  decisions: readonly Decision[] = [],
): readonly Decided[] | null {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const asked = proposed.filter(({ visit }) => !visit.isUnderWay);
  if (byId.size !== decisions.length || byId.size !== asked.length) return null;
  const free = places();
  const decided = proposed.map(({ visit }) => {
    const of = { visit, standing: standing.get(visit.id) as Standing };
    return visit.isUnderWay ? { ...of, act: "keep" as const, place: null } : decidedAs(of, byId.get(visit.id), free);
  });
  return decided.every((one) => one !== null) ? decided : null;
}

function decidedAs(
  of: Pick<Decided, "visit" | "standing">,
  decision: Decision | undefined,
  free: Places,
): Decided | null {
  if (!decision || decision.version !== of.standing.row.version) return null;
  if (decision.act !== "move") return { ...of, act: decision.act, place: null };
  const { date, time, queue } = decision.to;
  const day = localDay(Temporal.PlainDate.from(date));
  const from = day.at(minuteOfDay(time));
  const place = free.of(of.visit, day.date).find((one) => one.queue === queue && one.visit.from === from);
  if (!place) return null;
  free.take(place, day.date);
  return { ...of, act: "move", place };
}
