import type { Queue } from "../src/queues/contract.ts";

/** A queue of which nothing special is said, without hours. */
export const QUEUE: Queue = {
  number: 2,
  name: "Ουρά 2",
  isDefault: false,
  active: true,
  public: false,
  archived: false,
  employee: null,
  slotMinutes: 15,
  arrow: null,
  version: 1,
  hours: [],
  activity: [],
  substitutes: [],
  pastHours: [],
};
