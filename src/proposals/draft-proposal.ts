import type { Alternative } from "../appointments/contract.ts";
import { shown, type UpcomingAppointment } from "../appointments/many/concerned.ts";
import type { Place } from "../appointments/place/offer.ts";
import { URGENT_HOURS } from "../appointments/place/urgent.ts";
import { staysPut } from "../appointments/statuses.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import { clockText, dateOfMinute, epochMinute, localDay } from "../platform/time.ts";
import type { ConcernedVisit } from "./affected.ts";
import type { Proposal } from "./contract.ts";
import { isByCall, isByEmail, type Notification, noticeOf } from "./notice.ts";
import { type FactsOfDates, type Places, placesIn } from "./places.ts";
import { type EarlierBounds, type ProposedPlace, propose } from "./propose.ts";

/** The visits that a change concerns, and what is proposed to each. */
export interface DraftProposal {
  readonly concerned: readonly ConcernedVisit[];
  /** Looking for a place for each of thousands takes a while: not while nobody can book */
  readonly proposed: () => readonly ProposedPlace[];
  readonly standing: ReadonlyMap<string, UpcomingAppointment>;
  readonly bounds: EarlierBounds;
  /** Those free under the new rules, none given yet */
  readonly places: () => Places;
}

/** @param concerned which of those standing the new rules do not let stand */
export function draftProposal(
  { earlierMinutes, ...after }: FactsOfDates & { readonly earlierMinutes: number },
  standing: readonly UpcomingAppointment[],
  concerned: (visits: readonly ConcernedVisit[]) => readonly ConcernedVisit[],
  now: Temporal.Instant,
): DraftProposal {
  const places = () => placesIn(after, epochMinute(now) + 1);
  const visits = concerned(standing.map(visitOf));
  const bounds = { earlierMinutes, urgentUntil: urgentUntil(now) };
  return {
    concerned: visits,
    proposed: () => propose(places(), visits, bounds),
    bounds,
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
  { proposed, standing, bounds: { earlierMinutes, urgentUntil } }: DraftProposal,
): Proposal {
  const appointments = proposed().map(({ visit, place, choices }) => ({
    appointment: shown(office, (standing.get(visit.id) as UpcomingAppointment).row),
    place: place && placeShown(place),
    choices: choices.map(placeShown),
    notice: noticeFor(visit, place, urgentUntil),
    isUnderWay: visit.isUnderWay,
  }));
  const count = (is: (one: (typeof appointments)[number]) => boolean) => appointments.filter(is).length;
  return {
    appointments,
    earlierMinutes,
    urgentUntil: `${dateOfMinute(urgentUntil)}T${clockOf(urgentUntil)}`,
    sameTime: count(({ place, notice }) => place !== null && notice === "none"),
    emails: count(({ notice }) => isByEmail(notice)),
    calls: count(({ notice }) => isByCall(notice)),
    withoutPlace: count(({ place, isUnderWay }) => place === null && !isUnderWay),
  };
}

/** Epoch minute: who is expected, or to come, before it is called beside the e-mail. */
export const urgentUntil = (now: Temporal.Instant): number => epochMinute(now) + URGENT_HOURS * 60;

/** Only another time has to be told; without a place somebody has to talk with the citizen. */
export function noticeFor(
  visit: ConcernedVisit,
  place: Pick<Place, "visit"> | null,
  urgentUntil: number,
): Notification {
  if (visit.isUnderWay || place?.visit.from === visit.from) return "none";
  return wayTo(visit, place, urgentUntil);
}

/** Who has to be told of that place, or that there is none yet. */
export function wayTo(visit: ConcernedVisit, place: Pick<Place, "visit"> | null, urgentUntil: number): Notification {
  const isUrgent = Math.min(visit.from, place?.visit.from ?? visit.from) < urgentUntil;
  return noticeOf(visit, { hasPlace: place !== null, isUrgent });
}

export const placeShown = ({ queue, visit: { from } }: Place): Alternative => ({
  date: dateOfMinute(from).toString(),
  time: clockOf(from),
  queue,
});

/** Epoch minute */
const clockOf = (minute: number): string => clockText(localDay(dateOfMinute(minute)).minuteOf(minute));
