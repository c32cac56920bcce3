import { isCounted } from "../../../src/appointments/statuses.ts";
import type { ServiceGroup } from "../../../src/catalogue/service-groups.ts";
import { type MeasuredVisit, measuredVisit } from "../../../src/measures/visit.ts";
import { instantOf } from "../../../src/platform/time.ts";
import type { Random } from "../random.ts";
import type { VisitStory } from "./past-visits.ts";

interface RecordedDay {
  readonly date: Temporal.PlainDate;
  readonly services: ReadonlyMap<string, { readonly minutes: number; readonly group: ServiceGroup | null }>;
  /** Whether citizens book in a queue */
  readonly isPublic: (queue: number) => boolean;
  readonly random: Random;
}

/** A visit as the program reads it in the night, without a row of its own. Null: it was cancelled. Pure. */
export function recordedVisit({ visit, story }: VisitStory, recorded: RecordedDay): MeasuredVisit | null {
  if (!isCounted(story.status)) return null;
  const { date, services, isPublic, random } = recorded;
  const { minutes = 0, group = null } = services.get(visit.service) ?? {};
  const placeMinutes = visit.to - visit.from;
  const isOnline = story.channel !== "in-person" && isPublic(visit.queue) && random.chance(0.5);
  return measuredVisit({
    date: date.toString(),
    id: random.uuid(),
    appointed: instantOf(visit.from),
    placeMinutes,
    isTicket: false,
    service: visit.service,
    group,
    channel: isOnline ? "online" : story.channel,
    queue: visit.queue,
    counter: visit.queue,
    status: story.status,
    minutes: Math.max(minutes, placeMinutes),
    acts: story.acts.map(({ kind, at, changes }, index) => ({
      version: index + 1,
      kind,
      at: instantOf(at),
      isFromPaper: false,
      undoes: null,
      changesStatus: "status" in changes,
    })),
  });
}
