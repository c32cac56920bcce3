import type { UpcomingAppointment } from "../appointments/many/concerned.ts";
import type { Place } from "../appointments/place/offer.ts";
import { localDay, minuteOfDay } from "../platform/time.ts";
import type { ConcernedVisit } from "./affected.ts";
import type { Decision } from "./contract.ts";
import type { DraftProposal } from "./draft-proposal.ts";
import type { Places } from "./places.ts";

/** An appointment and what its head decided. */
export interface Decided {
  readonly visit: ConcernedVisit;
  readonly standing: UpcomingAppointment;
  readonly act: Decision["act"];
  /** null: it stays */
  readonly place: Place | null;
}

/**
 * The decisions, when they are about just the appointments that are concerned, in their present versions, and every
 * place chosen can be given; else null. A visit under way was seen too, and stays.
 */
export function matched(
  { concerned, standing, places: placesOf }: DraftProposal,
  decisions: readonly Decision[] = [],
): readonly Decided[] | null {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  if (byId.size !== decisions.length || byId.size !== concerned.length) return null;
  const places = placesOf();
  const decided = concerned.map((visit) =>
    decidedAs({ visit, standing: standing.get(visit.id) as UpcomingAppointment }, byId.get(visit.id), places),
  );
  return decided.every((one) => one !== null) ? decided : null;
}

function decidedAs(
  of: Pick<Decided, "visit" | "standing">,
  decision: Decision | undefined,
  places: Places,
): Decided | null {
  if (!decision) return null;
  // However far it has come since
  if (of.visit.isUnderWay) return decision.act === "keep" ? { ...of, act: "keep", place: null } : null;
  if (decision.version !== of.standing.row.version) return null;
  if (decision.act !== "move") return { ...of, act: decision.act, place: null };
  const { date, time, queue } = decision.to;
  const from = localDay(Temporal.PlainDate.from(date)).at(minuteOfDay(time));
  const free = places.of(of.visit, places.indexOf(from));
  const place = free.find((one) => one.queue === queue && one.visit.from === from);
  if (!place) return null;
  places.take(place);
  return { ...of, act: "move", place };
}
