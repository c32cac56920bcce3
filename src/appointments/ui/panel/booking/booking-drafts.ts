import type { FormKey } from "../../../../kit/form/keeper.ts";
import type { Texts, Typing } from "../../../../kit/form/typing.ts";
import { useFormKey } from "../../../../kit/form/use-form-draft.ts";
import type { Slot } from "../../plan-marks.ts";
import { emptyDraft, hasContent } from "../form/draft.ts";
import { placeKey } from "../times/place.ts";

/**
 * Bookings begun and not made yet, each for itself: the next caller finds an empty form and not the name of the one
 * before. Beside what is typed, a text says for which office, and one on which place the form stood.
 */
export const useBookingsKey = (office: string, isWalkIn = false): FormKey =>
  useFormKey(isWalkIn ? "walk-in" : "booking", office);

export const emptyBooking = (office: string, service = ""): Texts => ({ ...emptyDraft(service), office, place: "" });

export const valuesIn = ({ seen, texts }: Typing): Texts => ({ ...seen, ...texts });

export const isWorthKeeping = (values: Texts): boolean => hasContent({ ...emptyDraft(""), ...values });

export const placeText = (place: Slot | null): string => (place ? placeKey(place) : "");

export function placeIn({ place }: Texts): Slot | null {
  const [date, time, queue] = (place ?? "").split(" ");
  return date && time && queue ? { date, time, queue: Number(queue) } : null;
}
