/** One range that was given to somebody with a number. Pure. */

/** Where a range is read: the screen at the entrance with its paper, a printer, the own phone */
export type PromisePlace = "screen" | "printer" | "phone";

export interface PromiseNote {
  readonly office: number;
  /** ISO text */
  readonly date: string;
  readonly ticket: string;
  readonly place: PromisePlace;
  /** Whole minutes, until it was said */
  readonly waited: number;
  /** Whole minutes from then on, both included */
  readonly from: number;
  readonly to: number;
  /** False: the office is silent, and it was only computed */
  readonly isSaid: boolean;
}

/** Of a visit that waits longer, a range for each quarter counts: with the wait it becomes another one. */
const QUARTER_MINUTES = 15;

/**
 * Quarters begin at another minute for each number: on a phone the range moves by the minute, and of all numbers together each
 * minute of waiting is asked, not only the fifteenth.
 */
export const quarterOf = ({ ticket, waited }: Pick<PromiseNote, "ticket" | "waited">): number =>
  Math.floor((waited + firstMinuteOf(ticket)) / QUARTER_MINUTES);

/** The last digits of its id, which are random. */
const firstMinuteOf = (ticket: string): number => Number.parseInt(ticket.slice(-4), 16) % QUARTER_MINUTES;
