import type { Slot } from "../../plan-marks.ts";

/** Where an appointment is wished: a free slot, or a time in whichever queue has room. */
export interface WishedPlace {
  readonly date: string;
  readonly time: string;
  readonly queue: number | null;
}

export const isSlot = (place: WishedPlace): place is Slot => place.queue !== null;

export const isSame = (a: WishedPlace, b: WishedPlace): boolean =>
  a.date === b.date && a.time === b.time && a.queue === b.queue;

export const placeKey = ({ date, time, queue }: WishedPlace): string => `${date} ${time} ${queue ?? "any"}`;
