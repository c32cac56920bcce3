import type { Slot } from "../../plan-marks.ts";
import type { ClashReport } from "./clash.ts";
import type { OtherWish } from "./other-day/other-time.ts";
import { isSame } from "./place.ts";

/** Which time the form stands on. Pure. */
export interface TimesState {
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
}

export interface Gone {
  readonly place: Slot;
  /** Who is filling it in; null: it was given away */
  readonly by: string | null;
}

export interface Clash extends ClashReport {
  readonly wished: Slot;
}

export type TimesAction =
  | { readonly type: "chosen"; readonly slot: Slot }
  | { readonly type: "clicked"; readonly slot: Slot }
  | { readonly type: "other-wished"; readonly wish: OtherWish }
  | { readonly type: "back-to-list" }
  | { readonly type: "terms-changed" }
  | { readonly type: "lost"; readonly clash: Clash }
  | { readonly type: "went"; readonly gone: Gone; readonly next: Slot | null };

export const initialTimes = (preferred: Slot | null): TimesState => ({
  preferred,
  choice: preferred,
  other: null,
  clash: null,
  gone: null,
});

export function nextTimes(state: TimesState, action: TimesAction): TimesState {
  switch (action.type) {
    case "chosen":
      return { ...state, choice: action.slot, other: null, gone: null };
    case "clicked":
      return initialTimes(action.slot);
    case "other-wished":
      return { ...state, other: action.wish, gone: null };
    case "back-to-list":
      return { ...state, other: null, gone: null };
    case "terms-changed":
      return { ...state, preferred: state.choice ?? state.preferred, clash: null, gone: null };
    case "lost":
      return { ...initialTimes(null), clash: action.clash };
    case "went":
      return withoutPlace(state, action);
  }
}

function withoutPlace(state: TimesState, { gone, next }: { gone: Gone; next: Slot | null }): TimesState {
  const { preferred, other } = state;
  return {
    ...state,
    gone,
    preferred: preferred && isSame(preferred, gone.place) ? next : preferred,
    choice: other ? state.choice : next,
    other: other && { ...other, time: next?.time ?? other.time },
  };
}

/** What was chosen if the list still has it, else the list's first. */
export function chosenSlot(list: readonly Slot[], choice: Slot | null): Slot | null {
  return list.find((slot) => choice && isSame(slot, choice)) ?? list[0] ?? null;
}
