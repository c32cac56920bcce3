import type { Availability } from "../../../contract.ts";
import type { Slot } from "../../plan-marks.ts";
import { counterSlots } from "./counter-slots.ts";
import { earliestOffered, firstOn, firstTimes, isOffered } from "./first-times.ts";
import { withheldAmong } from "./lost/being-filled.ts";
import { nextAfter } from "./lost/steady.ts";
import { useLoss } from "./lost/use-loss.ts";
import { useSteadyList } from "./lost/use-steady-list.ts";
import { nextFree, placeWished } from "./other-day/other-time.ts";
import { isSame, placeKey } from "./place.ts";
import { chosenSlot, type TimesAction, type TimesState } from "./times-state.ts";
import type { TimesTerms } from "./times-terms.ts";
import { useFreeTimes } from "./use-free-times.ts";

/**
 * The times that a form offers, and the one it stands on. What a colleague is filling in is not among them; a place that
 * is lost while the form stands on it makes way for the next one, and the state says so.
 */
export function useTimes(terms: TimesTerms, state: TimesState, dispatch: (action: TimesAction) => void) {
  const free = useFreeTimes(terms, state);
  const { days, otherDays, isKnown, canBeHad, fillerAt } = free;
  const { clash, other, preferred } = state;
  const list = useSteadyList(freshList(terms, state, free), listKey(terms, state), {
    canBeHad,
    isPinned: (slot) => [terms.present, preferred].some((place) => place && isSame(place, slot)),
  });
  const otherDay = otherDays.find(({ date }) => date === other?.date);
  const selected: Slot | null = other ? placeWished(otherDay, other) : chosenSlot(list, state.choice);
  const isSettled = other ? free.other.isSuccess : isKnown;
  useLoss(isSettled && !terms.isSending ? standKey(terms, state) : null, selected, {
    isLost: (place) => (other ? !isOffered(otherDays, place) : !canBeHad(place)),
    tell: (place) => {
      const [after] = preferred && isSame(place, preferred) ? firstTimes(days, place, [], 1) : [];
      const next = other ? selected : (after ?? nextAfter(place, list));
      dispatch({ type: "went", gone: { place, by: fillerAt(place) }, next });
      return next;
    },
  });
  const isLost = preferred && list.length > 0 && !list.some((slot) => isSame(slot, preferred));
  return {
    ...free,
    terms,
    list,
    selected,
    otherDay,
    nextFree: other && free.other.data ? nextFree(otherDays, other) : null,
    /** What was chosen and is not free any more with the present service and source */
    lost: isKnown && !clash && !other && isLost ? preferred : null,
    /** What colleagues are filling in among them, and is therefore not offered */
    withheld: withheldAmong(list, other, free.fillings),
  };
}

/** As it would stand if nothing had been shown before. */
function freshList(terms: TimesTerms, { clash, preferred }: TimesState, free: ReturnType<typeof useFreeTimes>): Slot[] {
  const { days, isKnown, canBeHad, fillerAt } = free;
  if (clash) return clash.alternatives.filter((slot) => fillerAt(slot) === null);
  return isKnown ? offeredFirst(days, terms, preferred && canBeHad(preferred) ? [preferred] : []) : [];
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

/** What another list is for: nothing of the one before is kept. */
const listKey = (terms: TimesTerms, { preferred, clash }: TimesState): string =>
  [termsKey(terms), preferred && placeKey(preferred), clash && placeKey(clash.wished)].join();

/** Within this, another place than before is a loss or the clerk's own choice. */
const standKey = (terms: TimesTerms, { clash, other }: TimesState): string =>
  [termsKey(terms), clash && placeKey(clash.wished), other?.date, other?.queue].join();

const termsKey = ({ office, service, channel, from }: TimesTerms): string => [office, service, channel, from].join();

export type TimesToChoose = ReturnType<typeof useTimes>;
