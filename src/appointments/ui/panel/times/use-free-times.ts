import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { daysAfter } from "../../../../kit/dates.ts";
import { lastDayFrom } from "../../../../kit/weeks-range.ts";
import { useFillingsOf } from "../../../../live/ui/use-fillings-of.ts";
import type { Availability } from "../../../contract.ts";
import type { Slot } from "../../plan-marks.ts";
import { weeksQuery } from "../../queries.ts";
import { FIRST_TIMES_DAYS, isOffered } from "./first-times.ts";
import { freeTimesQuery } from "./free-times-query.ts";
import { daysWithout, fillerOf } from "./lost/being-filled.ts";
import { isSame } from "./place.ts";
import type { TimesState } from "./times-state.ts";
import type { TimesTerms } from "./times-terms.ts";

/** What is free for a form: of the first days, of the day of a place chosen elsewhere, and of the weeks in view. */
export function useFreeTimes(terms: TimesTerms, { preferred, clash, other: wish }: TimesState) {
  const { office, service, from, minutes, present, isSending } = terms;
  const fillings = useFillingsOf(office);
  const lastDay = daysAfter(from, FIRST_TIMES_DAYS);
  const first = useQuery(freeTimesQuery(terms, from, lastDay));
  const far = useFarDay(terms, preferred);
  const monday = wish?.monday ?? from;
  const isEnabled = wish !== null;
  const other = useQuery({ ...freeTimesQuery(terms, monday, lastDayFrom(monday)), enabled: isEnabled });
  const rooms = useQuery({ ...weeksQuery(office, monday, service), enabled: isEnabled });
  const days = useOffered(first.data, fillings, minutes);
  const otherDays = useOffered(other.data, fillings, minutes);
  const fillerAt = (place: Slot) => fillerOf(place, fillings, minutes);
  // Of the nearest places after a clash the server has just said that they are free.
  const isFree = (place: Slot) => isOffered(days, place) || far.offers(place) || (clash !== null && first.isFetching);
  const isPresent = (place: Slot) => isSending || (present ? isSame(place, present) : false);
  return {
    first,
    other,
    rooms,
    days,
    otherDays,
    fillings,
    fillerAt,
    isKnown: first.data !== undefined && far.isKnown,
    canBeHad: (place: Slot): boolean => isPresent(place) || (fillerAt(place) === null && isFree(place)),
  };
}

type Fillings = ReturnType<typeof useFillingsOf>;

const useOffered = (answer: Availability | undefined, fillings: Fillings, minutes: number): Availability["days"] =>
  useMemo(() => daysWithout(answer?.days ?? [], fillings, minutes), [answer, fillings, minutes]);

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
