import type { Slot } from "../../plan-marks.ts";

export const isSame = (a: Slot, b: Slot): boolean => a.date === b.date && a.time === b.time && a.queue === b.queue;

export const placeKey = ({ date, time, queue }: Slot): string => `${date} ${time} ${queue}`;
