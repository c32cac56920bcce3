import { useQuery } from "@tanstack/react-query";
import { daysAfter } from "../../../../kit/dates.ts";
import type { Moment } from "../../../acts.ts";
import type { Availability, Channel } from "../../../contract.ts";
import type { Slot } from "../../plan-marks.ts";
import { type Counter, counterSlots } from "./counter-slots.ts";
import { earliestOffered, FIRST_TIMES_DAYS, firstOn, firstTimes, isOffered } from "./first-times.ts";
import { freeTimesQuery } from "./free-times-query.ts";
import { nextFree, placeWished } from "./other-time.ts";
import { isSame, type WishedPlace } from "./place.ts";
import { chosenSlot, type TimesState } from "./times-state.ts";

export interface TimesTerms {
  readonly office: string;
  readonly service: string;
  readonly channel: Channel;
  readonly leadMinutes: number;
  /** When the form was opened: the list must not move while it is used */
  readonly now: Moment;
  /** The day on which the list begins */
  readonly from: string;
  /** The place of an appointment that is being moved */
  readonly present?: Slot | null;
  /** Of a citizen at the counter */
  readonly counter?: Counter | null;
}

/** The times that a form offers, and the one it stands on. */
export function useTimes(terms: TimesTerms, state: TimesState) {
  const { from } = terms;
  const first = useQuery(freeTimesQuery(terms, from, daysAfter(from, FIRST_TIMES_DAYS)));
  const far = useFarDay(terms, state.preferred);
  const isKnown = first.data !== undefined && far.isKnown;
  const otherDate = state.other?.date ?? from;
  const other = useQuery({
    ...freeTimesQuery(terms, otherDate, daysAfter(otherDate, FIRST_TIMES_DAYS)),
    enabled: state.other !== null,
  });
  const days = first.data?.days ?? [];
  const isFree = (slot: Slot) => isOffered(days, slot) || far.offers(slot);
  const preferred = state.preferred && isFree(state.preferred) ? [state.preferred] : [];
  const firsts = offeredFirst(days, terms, preferred);
  const list = state.clash?.alternatives ?? (isKnown ? firsts : []);
  const otherDay = other.data?.days.find(({ date }) => date === otherDate);
  const selected: WishedPlace | null = state.other
    ? placeWished(otherDay, state.other)
    : chosenSlot(list, state.choice);
  return {
    list,
    selected,
    first,
    other,
    otherDay,
    nextFree: state.other && other.data ? nextFree(other.data.days, state.other) : null,
    /** What was chosen and is not free any more with the present service and source */
    lost: isKnown && !state.clash && !state.other ? lostOf(list, state.preferred) : null,
  };
}

/** The present place, a preferred one, and for a citizen at the counter the running slots come before all others. */
function offeredFirst(days: Availability["days"], terms: TimesTerms, preferred: readonly Slot[]): Slot[] {
  const { now, from, channel, leadMinutes, present } = terms;
  const counter = channel === "in-person" && terms.counter ? terms.counter : null;
  const earliest = counter ? now : firstOn(from, earliestOffered(now, leadMinutes, channel));
  const running = counter ? counterSlots(days, now, counter) : [];
  const others = running.filter((slot) => !preferred.some((place) => isSame(place, slot)));
  return firstTimes(days, earliest, [...(present ? [present] : []), ...preferred, ...others]);
}

/** The day of a place that was chosen outside the days of the list. Not known for an error, it is left to the booking. */
function useFarDay(terms: TimesTerms, chosen: Slot | null) {
  const { from } = terms;
  const lastDay = daysAfter(from, FIRST_TIMES_DAYS);
  const date = chosen && (chosen.date < from || chosen.date > lastDay) ? chosen.date : null;
  const query = freeTimesQuery(terms, date ?? lastDay, date ?? lastDay);
  const { data, isFetched, isError } = useQuery({ ...query, enabled: date !== null });
  return {
    isKnown: date === null || isFetched,
    offers: (slot: Slot) => date !== null && (isError || isOffered(data?.days ?? [], slot)),
  };
}

export type TimesToChoose = ReturnType<typeof useTimes>;

const lostOf = (list: readonly Slot[], preferred: Slot | null): Slot | null =>
  preferred && list.length > 0 && !list.includes(preferred) ? preferred : null;
