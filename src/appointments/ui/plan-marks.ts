import { createStore, useStore } from "../../kit/store.ts";

/** What the open panel draws on the plan. */

export interface Slot {
  readonly date: string;
  readonly time: string;
  readonly queue: number;
  /** Where any queue will do: this one, or else one of the others that are free then, in this order */
  readonly among?: readonly number[];
}

export interface PlanMarks {
  /** Where the appointment being written would stand */
  readonly chosen: (Slot & { readonly minutes: number }) | null;
  /** Free places offered instead */
  readonly alternatives: readonly Slot[];
  /** The place that somebody else has just got */
  readonly taken: Slot | null;
}

/** Who is being written down: it changes with each letter, for which no other part of a busy day is drawn anew. */
const label = createStore("");

export const setMarkLabel = (text: string): void => label.set(() => text);

export const useMarkLabel = (): string => useStore(label, (text) => text);

export const NO_MARKS: PlanMarks = { chosen: null, alternatives: [], taken: null };

export const isSamePlace = (a: Slot, b: Slot): boolean => a.date === b.date && a.time === b.time && a.queue === b.queue;
