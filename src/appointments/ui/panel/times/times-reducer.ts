import type { FillingSeen } from "../../../../live/events.ts";
import type { Moment } from "../../../acts.ts";
import type { Availability, Channel } from "../../../contract.ts";
import { isSamePlace, type Slot } from "../../plan-marks.ts";
import { fillerOf } from "./being-filled.ts";
import type { ClashReport } from "./clash.ts";
import { type Counter, counterSlots } from "./counter.ts";
import { earliestOffered, firstOn, firstTimes, isOffered, nearTimes } from "./first-times.ts";
import { type OtherWish, placeWished } from "./other-wish.ts";
import { placeKey } from "./place.ts";
import { nextAfter, steadyList } from "./steady-list.ts";

/** The times that a form offers, and the one it stands on. Pure: what is free and what the clerk does in, the next state out. */

/** For what times are sought. */
export interface TimesTerms {
  readonly office: string;
  readonly service: string;
  readonly channel: Channel;
  /** Of the service */
  readonly minutes: number;
  readonly leadMinutes: number;
  /** When the form was opened: the list must not move while it is used */
  readonly now: Moment;
  /** The day on which the list begins */
  readonly from: string;
  /** The place of an appointment that is being moved */
  readonly present?: Slot | null;
  /** When an appointment is that gets another place: the list begins with the nearest times of its day */
  readonly near?: Moment | null;
  /** Of a citizen at the counter */
  readonly counter?: Counter | null;
}

/** What is free by now, without what colleagues are filling in. */
export interface TimesFacts {
  readonly days: Availability["days"];
  /** Of the weeks in view */
  readonly otherDays: Availability["days"];
  /** Of a place beyond the days of the list; null: not known for an error, it is left to the booking */
  readonly farDays: Availability["days"] | null;
  readonly fillings: readonly FillingSeen[];
  readonly isKnown: boolean;
  readonly isOtherKnown: boolean;
  readonly isBeingRead: boolean;
}

export interface TimesState {
  /** The slot of the plan that was clicked last */
  readonly clicked: Slot | null;
  /** Offered before the first free ones: the slot that was clicked, or one chosen before the list changed */
  readonly preferred: Slot | null;
  /** Chosen from the list; null: its first */
  readonly choice: Slot | null;
  /** A day and time by hand instead of the list */
  readonly other: OtherWish | null;
  /** The place that was lost while it was being saved */
  readonly clash: Clash | null;
  /** The place that was lost while the form stood on it, in whose stead it stands on another */
  readonly gone: Gone | null;
  /** It is on its way, or no answer came: the place may be its own by now, and no other is asked for */
  readonly isSending: boolean;
  /** What was shown stays where it is, under the same terms */
  readonly shown: { readonly key: string; readonly list: readonly Slot[] };
  /** Within the same terms another place than before is a loss or the clerk's own choice */
  readonly stood: { readonly key: string; readonly place: Slot | null };
}

export interface Gone {
  readonly place: Slot;
  /** Who is filling it in; null: it was given away */
  readonly by: FillingSeen | null;
}

export interface Clash extends ClashReport {
  readonly wished: Slot;
}

export type TimesAction =
  | { readonly type: "chosen"; readonly slot: Slot }
  | { readonly type: "other-wished"; readonly wish: OtherWish }
  | { readonly type: "back-to-list" }
  | { readonly type: "terms-changed" }
  | { readonly type: "sending"; readonly isSending: boolean }
  | { readonly type: "lost"; readonly clash: Clash }
  /** Each time the form is drawn: what is free may have changed, and a slot of the plan been clicked */
  | { readonly type: "drawn"; readonly slot: Slot | null; readonly terms: TimesTerms; readonly free: TimesFacts };

export interface TimesBegin {
  readonly place: Slot | null;
  readonly clicked: Slot | null;
  readonly isSending?: boolean;
}

export const initialTimes = ({ place, clicked, isSending = false }: TimesBegin): TimesState => ({
  clicked,
  isSending,
  ...standingOn(place),
  shown: { key: "", list: [] },
  stood: { key: "", place: null },
});

const standingOn = (place: Slot | null) => ({ preferred: place, choice: place, other: null, clash: null, gone: null });

/** The same state where nothing is new. */
export function nextTimes(state: TimesState, action: TimesAction): TimesState {
  switch (action.type) {
    case "chosen":
      return { ...state, choice: action.slot, other: null, gone: null };
    case "other-wished":
      return { ...state, other: action.wish, gone: null };
    case "back-to-list":
      return { ...state, other: null, gone: null };
    case "terms-changed":
      return { ...state, preferred: state.choice ?? state.preferred, clash: null, gone: null };
    case "sending":
      return { ...state, isSending: action.isSending };
    case "lost":
      return { ...state, ...standingOn(null), clash: action.clash };
    case "drawn":
      return watched(listed(clicked(state, action.slot), action.terms, action.free), action.terms, action.free);
  }
}

const clicked = (state: TimesState, slot: Slot | null): TimesState =>
  !slot || (state.clicked && isSamePlace(slot, state.clicked))
    ? state
    : { ...state, ...standingOn(slot), clicked: slot };

/** With the list as it is shown: what was shown before stays in it, other terms begin anew. */
function listed(state: TimesState, terms: TimesTerms, free: TimesFacts): TimesState {
  const { preferred, clash, shown } = state;
  const key = [termsKey(terms), preferred && placeKey(preferred), clash && placeKey(clash.wished)].join();
  const fresh = freshList(state, terms, free);
  const rules = {
    canBeHad: (slot: Slot) => canBeHad(slot, state, terms, free),
    isPinned: (slot: Slot) => [terms.present, preferred].some((place) => place && isSamePlace(place, slot)),
  };
  const list = shown.key === key ? steadyList(shown.list, fresh, rules) : fresh;
  return shown.key === key && shown.list === list ? state : { ...state, shown: { key, list } };
}

/** As it would stand if nothing had been shown before. */
function freshList(state: TimesState, terms: TimesTerms, free: TimesFacts): Slot[] {
  const { clash, preferred } = state;
  if (clash) return clash.alternatives.filter((slot) => fillerOf(slot, free.fillings, terms.minutes) === null);
  if (!free.isKnown) return [];
  return offeredFirst(free.days, terms, preferred && canBeHad(preferred, state, terms, free) ? [preferred] : []);
}

/** The present place, a preferred one, and for a citizen at the counter the running slots come before all others. */
function offeredFirst(days: TimesFacts["days"], terms: TimesTerms, preferred: readonly Slot[]): Slot[] {
  const { now, from, channel, leadMinutes, present, near } = terms;
  const counter = channel === "in-person" && terms.counter ? terms.counter : null;
  const earliest = counter ? now : firstOn(from, earliestOffered(now, leadMinutes, channel));
  const running = counter ? counterSlots(days, now, counter) : [];
  const others = running.filter((slot) => !preferred.some((place) => isSamePlace(place, slot)));
  const ahead = [...(present ? [present] : []), ...preferred, ...others];
  return near ? nearTimes(days, near, earliest, ahead) : firstTimes(days, earliest, ahead);
}

function canBeHad(place: Slot, { isSending, clash }: TimesState, { present, minutes }: TimesTerms, free: TimesFacts) {
  if (isSending || (present && isSamePlace(place, present))) return true;
  if (fillerOf(place, free.fillings, minutes) !== null) return false;
  const isFar = free.farDays === null || isOffered(free.farDays, place);
  // Of the nearest places after a clash the server has just said that they are free.
  return isOffered(free.days, place) || isFar || (clash !== null && free.isBeingRead);
}

/** A place that is lost while the form stands on it makes way for the next one, and the state says so. */
function watched(state: TimesState, terms: TimesTerms, free: TimesFacts): TimesState {
  const { clash, other, stood } = state;
  if (state.isSending || !(other ? free.isOtherKnown : free.isKnown)) return state;
  const key = [termsKey(terms), clash && placeKey(clash.wished), other?.date, other?.queue].join();
  const place = selectedIn(state, free);
  const before = stood.key === key ? stood.place : null;
  const isLost = (was: Slot) => (other ? !isOffered(free.otherDays, was) : !canBeHad(was, state, terms, free));
  if (before && isLost(before)) return withoutPlace(state, before, terms, free);
  const isAsBefore = before === place || (before !== null && place !== null && isSamePlace(before, place));
  return stood.key === key && isAsBefore ? state : { ...state, stood: { key, place } };
}

function withoutPlace(state: TimesState, place: Slot, { minutes }: TimesTerms, free: TimesFacts): TimesState {
  const { preferred, other, shown, stood } = state;
  const isPreferred = preferred !== null && isSamePlace(place, preferred);
  const [after] = isPreferred ? firstTimes(free.days, place, [], 1) : [];
  const next = other ? selectedIn(state, free) : (after ?? nextAfter(place, shown.list));
  return {
    ...state,
    gone: { place, by: fillerOf(place, free.fillings, minutes) },
    preferred: isPreferred ? next : preferred,
    choice: other ? state.choice : next,
    other: other && { ...other, time: next?.time ?? other.time },
    stood: { ...stood, place: next },
  };
}

/** The place wished by hand; else what was chosen if the list still has it, else the list's first. */
export function selectedIn({ other, choice, shown: { list } }: TimesState, { otherDays }: TimesFacts): Slot | null {
  if (other)
    return placeWished(
      otherDays.find(({ date }) => date === other.date),
      other,
    );
  return list.find((slot) => choice && isSamePlace(slot, choice)) ?? list[0] ?? null;
}

const termsKey = ({ office, service, channel, from }: TimesTerms): string => [office, service, channel, from].join();
