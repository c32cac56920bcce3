import type { Alternative } from "../appointments/contract.ts";
import { shown, type UpcomingAppointment } from "../appointments/many/concerned.ts";
import type { Place } from "../appointments/place/offer.ts";
import { staysPut } from "../appointments/statuses.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import { clockText, dateOfMinute, epochMinute, localDay } from "../platform/time.ts";
import type { ConcernedVisit } from "./affected.ts";
import type { Proposal } from "./contract.ts";
import { type FactsOfDates, type Places, placesIn } from "./places.ts";
import { type ProposedPlace, propose } from "./propose.ts";

/** The visits that a change concerns, and what is proposed to each. */
export interface DraftProposal {
  readonly concerned: readonly ConcernedVisit[];
  /** Looking for a place for each of thousands takes a while: not while nobody can book */
  readonly proposed: () => readonly ProposedPlace[];
  readonly standing: ReadonlyMap<string, UpcomingAppointment>;
  /** By so many minutes at most the office moves somebody earlier without its head's choice */
  readonly earlierMinutes: number;
  /** Those free under the new rules, none given yet */
  readonly places: () => Places;
}

export type Notification = Proposal["appointments"][number]["notice"];

/** @param concerned which of those standing the new rules do not let stand */
export function draftProposal(
  { earlierMinutes, ...after }: FactsOfDates & { readonly earlierMinutes: number },
  standing: readonly UpcomingAppointment[],
  concerned: (visits: readonly ConcernedVisit[]) => readonly ConcernedVisit[],
  now: Temporal.Instant,
): DraftProposal {
  const places = () => placesIn(after, epochMinute(now) + 1);
  const visits = concerned(standing.map(visitOf));
  return {
    concerned: visits,
    proposed: () => propose(places(), visits, earlierMinutes),
    earlierMinutes,
    standing: new Map(standing.map((one) => [one.row.id, one])),
    places,
  };
}

export const visitOf = ({ row, minutes }: UpcomingAppointment): ConcernedVisit => ({
  id: row.id,
  queue: row.queue,
  from: epochMinute(row.starts_at),
  to: epochMinute(row.ends_at),
  minutes,
  isOnline: row.channel === "online",
  hasEmail: row.email !== null,
  hasPhone: row.phone !== null,
  isUnderWay: staysPut(row.status),
  isKept: row.kept_by !== null,
});

/** As the head sees it. */
export function proposalOf(
  office: AdministeredOffice,
  { proposed, standing, earlierMinutes }: DraftProposal,
): Proposal {
  const appointments = proposed().map(({ visit, place, choices }) => ({
    appointment: shown(office, (standing.get(visit.id) as UpcomingAppointment).row),
    place: place && placeShown(place),
    choices: choices.map(placeShown),
    notice: notificationOf(visit, place),
    isUnderWay: visit.isUnderWay,
  }));
  const count = (is: (one: (typeof appointments)[number]) => boolean) => appointments.filter(is).length;
  return {
    appointments,
    earlierMinutes,
    sameTime: count(({ place, notice }) => place !== null && notice === "none"),
    emails: count(({ notice }) => notice === "email"),
    calls: count(({ notice }) => notice === "call"),
    withoutPlace: count(({ place, isUnderWay }) => place === null && !isUnderWay),
  };
}

/** Only another time has to be told; without a place somebody has to talk with the citizen. */
export function notificationOf(visit: ConcernedVisit, place: Pick<Place, "visit"> | null): Notification {
  if (visit.isUnderWay || place?.visit.from === visit.from) return "none";
  if (place && visit.hasEmail) return "email";
  return visit.hasPhone ? "call" : "impossible";
}

export function placeShown({ queue, visit: { from } }: Place): Alternative {
  const date = dateOfMinute(from);
  return { date: date.toString(), time: clockText(localDay(date).minuteOf(from)), queue };
}
