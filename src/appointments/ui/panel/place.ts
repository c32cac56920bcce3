import type { Slot } from "../plan-marks.ts";

/** Where an appointment is wished: a free slot, or a time in whichever queue has room. */
export interface Place {
  readonly date: string;
  readonly time: string;
  readonly queue: number | null;
}

export const isSlot = (place: Place): place is Slot => place.queue !== null;

export const isSame = (a: Place, b: Place): boolean => a.date === b.date && a.time === b.time && a.queue === b.queue;

export const placeKey = ({ date, time, queue }: Place): string => `${date} ${time} ${queue ?? "any"}`;
