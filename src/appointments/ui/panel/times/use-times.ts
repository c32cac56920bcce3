import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useReducer, useRef } from "react";
import { daysAfter } from "../../../../kit/dates.ts";
import { LOOKED_AT_MS } from "../../../../kit/form/arming.ts";
import { lastDayFrom } from "../../../../kit/weeks-range.ts";
import { useFillingsOf } from "../../../../live/ui/use-fillings-of.ts";
import type { Availability } from "../../../contract.ts";
import { isSamePlace, type Slot } from "../../plan-marks.ts";
import { weeksQuery } from "../../queries.ts";
import { daysWithout, withheldAmong } from "./being-filled.ts";
import { clashIn } from "./clash.ts";
import { FIRST_TIMES_DAYS } from "./first-times.ts";
import { freeTimesQuery, useForgetTimes } from "./free-times.ts";
import { nextFree } from "./other-wish.ts";
import {
  initialTimes,
  nextTimes,
  selectedIn,
  type TimesBegin,
  type TimesState,
  type TimesTerms,
} from "./times-reducer.ts";

/**
 * The times of a form: what is free is read here, what becomes of it decided in the reducer.
 * @param slot clicked on the plan while the form is open, it becomes the form's choice
 */
export function useTimes(terms: TimesTerms, slot: Slot | null, begin: TimesBegin) {
  const { office } = terms;
  const [state, dispatch] = useReducer(nextTimes, begin, initialTimes);
  const { first, other, rooms, free } = useFreeTimes(terms, state);
  const drawn = { type: "drawn", slot, terms, free } as const;
  if (nextTimes(state, drawn) !== state) dispatch(drawn);
  const selected = selectedIn(state, free);
  const { shown, preferred, clash, gone, other: wish } = state;
  const { list } = shown;
  const isLost = preferred && list.length > 0 && !list.some((each) => isSamePlace(each, preferred));
  const forgetTimes = useForgetTimes();
  const goneSince = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    goneSince.current = gone ? performance.now() : Number.NEGATIVE_INFINITY;
  }, [gone]);
  return {
    terms,
    state,
    dispatch,
    first,
    other,
    rooms,
    list,
    selected,
    otherDays: free.otherDays,
    fillings: free.fillings,
    otherDay: free.otherDays.find(({ date }) => date === wish?.date),
    nextFree: wish && other.data ? nextFree(free.otherDays, wish) : null,
    /** What was chosen and is not free any more with the present service and source */
    lost: free.isKnown && !clash && !wish && isLost ? preferred : null,
    /** What colleagues are filling in among them, and is therefore not offered */
    withheld: withheldAmong(list, wish, free.fillings),
    /** The place was lost so short a time ago that a press is still meant for it */
    isJustLost: (): boolean => performance.now() - goneSince.current < LOOKED_AT_MS,
    /** An act on a place that may be lost at the last moment: then the times say so and offer the nearest ones. */
    tellingLoss: async <Answer>(wished: Slot, act: Promise<Answer>): Promise<Answer> => {
      try {
        return await act;
      } catch (error) {
        const report = clashIn(error);
        if (report) {
          forgetTimes(office);
          dispatch({ type: "lost", clash: { ...report, wished } });
        }
        throw error;
      }
    },
  };
}

export type Times = ReturnType<typeof useTimes>;

/** What is free for a form: of the first days, of the day of a place chosen elsewhere, and of the weeks in view. */
function useFreeTimes(terms: TimesTerms, { preferred, other: wish }: TimesState) {
  const { office, service, from, minutes } = terms;
  const fillings = useFillingsOf(office);
  const lastDay = daysAfter(from, FIRST_TIMES_DAYS);
  // How long the visit takes is not known before.
  const hasService = service !== "";
  const first = useQuery({ ...freeTimesQuery(terms, from, lastDay), enabled: hasService });
  const farDate = preferred && (preferred.date < from || preferred.date > lastDay) ? preferred.date : null;
  const far = useQuery({
    ...freeTimesQuery(terms, farDate ?? lastDay, farDate ?? lastDay),
    enabled: hasService && farDate !== null,
  });
  const monday = wish?.monday ?? from;
  const isEnabled = hasService && wish !== null;
  const other = useQuery({ ...freeTimesQuery(terms, monday, lastDayFrom(monday)), enabled: isEnabled });
  const rooms = useQuery({ ...weeksQuery(office, monday, service), enabled: isEnabled });
  const days = useOffered(first.data, fillings, minutes);
  const otherDays = useOffered(other.data, fillings, minutes);
  const isFar = farDate !== null;
  const farDays = isFar && far.isError ? null : (isFar && far.data?.days) || [];
  const isKnown = first.data !== undefined && (!isFar || far.isFetched);
  const free = {
    days,
    otherDays,
    farDays,
    fillings,
    isKnown,
    isOtherKnown: other.isSuccess,
    isBeingRead: first.isFetching,
  };
  return { first, other, rooms, free };
}

type Fillings = ReturnType<typeof useFillingsOf>;

const useOffered = (answer: Availability | undefined, fillings: Fillings, minutes: number): Availability["days"] =>
  useMemo(() => daysWithout(answer?.days ?? [], fillings, minutes), [answer, fillings, minutes]);
