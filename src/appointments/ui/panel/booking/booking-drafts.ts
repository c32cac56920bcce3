import { contentKeys, type KeyOf } from "../../../../kit/form/content-keys.ts";
import { createStore, useStore } from "../../../../kit/store.ts";
import { markUnsaved } from "../../../../kit/unsaved.ts";
import type { Slot } from "../../plan-marks.ts";
import { type AppointmentDraft, emptyDraft } from "../form/draft.ts";
import { initialTimes, type TimesState } from "../times/times-state.ts";

/**
 * Bookings begun and not made yet, each for itself: the next caller finds an empty form and not the name of the one
 * before. In memory only: names and telephone numbers never go to the browser's storage, which the next person at this
 * computer could read.
 */
export interface KeptBooking {
  readonly id: string;
  readonly draft: AppointmentDraft;
  readonly office: string;
  readonly times: TimesState;
  /** On which the form stood; null: on none */
  readonly slot: Slot | null;
  /** Goes with the content: an answer that was lost is still to be settled when the form is opened again */
  readonly keyOf: KeyOf;
  /** Just begun for somebody who was found, and not touched since */
  readonly isHandedOver?: boolean;
}

const NONE: readonly KeptBooking[] = [];
const kept = createStore<ReadonlyMap<string, readonly KeptBooking[]>>(new Map());

/** Of one clerk at one office's desk, the latest first. */
export const bookingDraftsOf = (desk: string): readonly KeptBooking[] => kept.get().get(desk) ?? NONE;

export const useBookingDrafts = (desk: string): readonly KeptBooking[] =>
  useStore(kept, (all) => all.get(desk) ?? NONE);

export const keepBooking = (desk: string, booking: KeptBooking): void =>
  change(desk, (drafts) => [booking, ...drafts.filter(({ id }) => id !== booking.id)]);

export const forgetBooking = (desk: string, id: string): void =>
  change(desk, (drafts) => drafts.filter((draft) => draft.id !== id));

function change(desk: string, next: (drafts: readonly KeptBooking[]) => readonly KeptBooking[]): void {
  kept.set((all) => new Map(all).set(desk, next(all.get(desk) ?? NONE)));
  markUnsaved(
    "bookings",
    [...kept.get().values()].some(({ length }) => length > 0),
  );
}

export const newBooking = (office: string): KeptBooking => ({
  id: crypto.randomUUID(),
  draft: emptyDraft(""),
  office,
  times: initialTimes(null),
  slot: null,
  keyOf: contentKeys(),
});
