/**
 * What is published of a draw: all that its result follows from, and nobody's name, service or telephone. Pure, browser-safe.
 * The rule is told in docs/draws.md; whoever follows it with a program of their own comes to the same.
 */

/** How somebody proved to be one person; what is less sure than TAXISnet may have a bound. */
export const IDENTITY_KINDS = ["taxisnet", "wallet", "email", "phone"] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** A day and a part of it at one office: what somebody wishes for, and no closer. */
export interface DrawCell {
  readonly office: string;
  /** ISO date */
  readonly date: string;
  /** Which of the draw's parts of the day, from 0 on */
  readonly part: number;
}

export interface CellPlaces extends DrawCell {
  /** How many places adjoin one another, run by run, in the order of their times; a long visit takes several of one run */
  readonly runs: readonly number[];
}

export type DayPart = readonly [date: string, part: number];

/** What one identity asked of a draw. */
export interface DrawWish {
  /** Digits, random, known to its owner */
  readonly number: string;
  readonly kind: IdentityKind;
  /** How many adjoining places it takes */
  readonly units: number;
  /** When, the best first */
  readonly dayParts: readonly DayPart[];
  /** Where, the best first */
  readonly offices: readonly string[];
  /** What counts more where both can't be had */
  readonly first: "day" | "office";
  /** Whether any other place in these offices will do, where none of those is left */
  readonly others: boolean;
  /** Random, in hexadecimal digits: without it nobody can guess the wish from its fingerprint */
  readonly salt: string;
}

/** What a draw gave to one wish. */
export interface Allotment extends DrawCell {
  readonly number: string;
  /** The first of its places among those of the cell, from 0 on, in the order of their times */
  readonly at: number;
  /** Which of its wishes it was, from 1 on; null: another place in its offices */
  readonly choice: number | null;
}

/** What somebody did after the draw. */
export interface DrawEvent {
  readonly number: string;
  /** Of a place: said no, or nothing in time. Of whoever has none: waits no longer */
  readonly what: "gave-back" | "left";
}

export interface DrawRecord {
  readonly rule: "1.0";
  readonly draw: number;
  /** SHA-256 of the secret, sealed before the window opened; like all that follows in hexadecimal digits */
  readonly secretSeal: string;
  readonly secret: string;
  /** Of all wishes, sealed when the window closed */
  readonly listSeal: string;
  /** The end of the audit's chain at that moment */
  readonly auditHead: string;
  readonly seed: string;
  /** At most so many places for wishes of a kind; what is not named has no bound */
  readonly bounds: Readonly<Partial<Record<IdentityKind, number>>>;
  readonly places: readonly CellPlaces[];
  readonly wishes: readonly DrawWish[];
  /** Their numbers, as drawn */
  readonly order: readonly string[];
  /** In the drawn order */
  readonly allotments: readonly Allotment[];
  /** Until what is left opens to all, in the order in which it happened */
  readonly events: readonly DrawEvent[];
  /** To whom places went that were given back, event by event */
  readonly passed: readonly Allotment[];
}
