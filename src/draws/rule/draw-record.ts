/**
 * What is published of a draw: all that its result follows from, and nobody's name, service or telephone; of few wishes not even what
 * they say. Pure, browser-safe. The rule is told in docs/draws.md; whoever follows it with a program of their own comes to the same.
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

/** A place as its cell counts them, from 0 on, in the order of their times. */
export interface DrawPlace extends DrawCell {
  readonly at: number;
}

/** What a draw gave to one wish; where it takes several places, the first of them. */
export interface Allotment extends DrawPlace {
  readonly number: string;
  /** Which of its wishes it was, from 1 on; null: another place in its offices */
  readonly choice: number | null;
}

/**
 * What happened after the draw. `gave-back`: who has a place said no to it, or nothing in time. `left`: who has none waits no longer.
 * `lost`: a place can't be had any more, its owner waits again. `closed`: the same of a place that nobody has. `opened`: what is free
 * goes to whoever comes.
 *
 * Where an office closes, what is free there closes before the others are lost, and these in the order of their owners: whoever is told
 * first chooses first, and must not get what closes next.
 */
export type DrawEvent =
  | { readonly what: "gave-back" | "left" | "lost"; readonly number: string }
  | ({ readonly what: "closed" } & DrawPlace)
  | { readonly what: "opened" };

/** From what the order of a draw follows. */
export interface OrderRecord {
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
  /** The numbers of all wishes, as drawn */
  readonly order: readonly string[];
}

/** A draw with all its wishes: who got what follows from it as well. */
export interface DrawRecord extends OrderRecord {
  /** At most so many places for wishes of a kind; what is not named has no bound */
  readonly bounds: Readonly<Partial<Record<IdentityKind, number>>>;
  readonly places: readonly CellPlaces[];
  readonly wishes: readonly DrawWish[];
  /** In the drawn order */
  readonly allotments: readonly Allotment[];
  /** In the order in which it happened, until the last day */
  readonly events: readonly DrawEvent[];
  /** To whom places went after the draw, event by event */
  readonly passed: readonly Allotment[];
}

/** A wish by what tells nothing of it but that it was not changed. */
export type WishHash = readonly [number: string, hash: string];

/** A draw of so few wishes that what they say would tell whose they are: `hashes` stand for them. */
export interface WithheldRecord extends OrderRecord {
  /** By their numbers */
  readonly hashes: readonly WishHash[];
  /** The numbers of those who have a place now, the smallest first */
  readonly held: readonly string[];
}

export type PublishedRecord = DrawRecord | WithheldRecord;

/** Which of the two forms it is: no file has both `wishes` and `hashes`. */
export const isWithheld = (record: PublishedRecord): record is WithheldRecord => "hashes" in record;
