import type { Slot } from "../../plan-marks.ts";
import type { ClashReport } from "./clash.ts";
import type { OtherWish } from "./other-time.ts";
import { isSame, type WishedPlace } from "./place.ts";

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
}

export interface Clash extends ClashReport {
  readonly wished: WishedPlace;
}

export type TimesAction =
  | { readonly type: "chosen"; readonly slot: Slot }
  | { readonly type: "clicked"; readonly slot: Slot }
  | { readonly type: "other-wished"; readonly wish: OtherWish }
  | { readonly type: "back-to-list" }
  | { readonly type: "terms-changed" }
  | { readonly type: "lost"; readonly clash: Clash };

export const initialTimes = (preferred: Slot | null): TimesState => ({
  preferred,
  choice: preferred,
  other: null,
  clash: null,
});

export function nextTimes(state: TimesState, action: TimesAction): TimesState {
  switch (action.type) {
    case "chosen":
      return { ...state, choice: action.slot, other: null };
    case "clicked":
      return initialTimes(action.slot);
    case "other-wished":
      return { ...state, other: action.wish };
    case "back-to-list":
      return { ...state, other: null };
    case "terms-changed":
      return { ...state, preferred: state.choice ?? state.preferred, clash: null };
    case "lost":
      return { preferred: null, choice: null, other: null, clash: action.clash };
  }
}

/** What was chosen if the list still has it, else the list's first. */
export function chosenSlot(list: readonly Slot[], choice: Slot | null): Slot | null {
  return list.find((slot) => choice && isSame(slot, choice)) ?? list[0] ?? null;
}
