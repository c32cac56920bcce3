import { useQuery } from "@tanstack/react-query";
import { daysAfter } from "../../../web/dates.ts";
import type { Channel } from "../../contract.ts";
import type { Slot } from "../plan-marks.ts";
import { DAYS_AHEAD, earliestOffered, firstTimes, isOffered, type Moment } from "./first-times.ts";
import { freeTimesQuery } from "./free-times-query.ts";
import { nextFree, placeWished } from "./other-time.ts";
import type { Place } from "./place.ts";
import { chosenOf, type TimesState } from "./times-state.ts";

export interface TimesTerms {
  readonly office: string;
  readonly service: string;
  readonly channel: Channel;
  readonly leadMinutes: number;
  /** When the form was opened: the list must not move while it is used */
  readonly now: Moment;
  /** The place of an appointment that is being moved */
  readonly present?: Slot;
}

/** The times that a form offers, and the one it stands on. */
export function useTimes(terms: TimesTerms, state: TimesState) {
  const { office, service, channel, now, present } = terms;
  const first = useQuery(freeTimesQuery(office, now.date, daysAfter(now.date, DAYS_AHEAD), service, channel));
  const otherDate = state.other?.date ?? now.date;
  const other = useQuery({
    ...freeTimesQuery(office, otherDate, daysAfter(otherDate, DAYS_AHEAD), service, channel),
    enabled: state.other !== null,
  });
  const days = first.data?.days ?? [];
  const preferred = state.preferred && isOffered(days, state.preferred) ? [state.preferred] : [];
  const firsts = firstTimes(days, earliestOffered(now, terms.leadMinutes, channel), [
    ...(present ? [present] : []),
    ...preferred,
  ]);
  const list = state.clash?.alternatives ?? (first.data ? firsts : []);
  const otherDay = other.data?.days.find(({ date }) => date === otherDate);
  const selected: Place | null = state.other ? placeWished(otherDay, state.other) : chosenOf(list, state.choice);
  return {
    list,
    selected,
    first,
    other,
    otherDay,
    nextFree: state.other && other.data ? nextFree(other.data.days, state.other) : null,
    /** What was chosen and is not free any more with the present service and source */
    lost: first.data && !state.clash && !state.other ? lostOf(list, state.preferred) : null,
  };
}

export type Times = ReturnType<typeof useTimes>;

const lostOf = (list: readonly Slot[], preferred: Slot | null): Slot | null =>
  preferred && list.length > 0 && !list.includes(preferred) ? preferred : null;
