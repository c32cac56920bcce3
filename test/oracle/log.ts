/**
 * What happened in offices, in the plainest terms: whoever made it happen writes it down beside the program. Moments are whole
 * seconds since the epoch; dates are ISO text of Athens.
 */
export type MarkKind =
  | "made"
  | "moved"
  | "cancelled"
  | "came"
  | "called"
  | "begun"
  | "ended"
  | "missed"
  | "left"
  | "number"
  | "refused";

export interface LogPlace {
  readonly queue: number;
  readonly from: number;
  readonly minutes: number;
}

/** One thing that was written down of a visit. */
export interface Mark {
  readonly kind: MarkKind;
  /** When it was pressed */
  readonly at: number;
  /** Told by paper: when it happened nobody saw */
  readonly isPaper?: boolean;
  /** Of a coming: in one act with the visit itself, at the counter */
  readonly isAtOnce?: boolean;
  /** Of a beginning or a call: whose counter */
  readonly counter?: number;
  /** Of a visit that is made or moved */
  readonly place?: LogPlace;
  /** When it was taken back; null: it stands */
  takenBack: number | null;
}

export interface LogVisit {
  readonly office: string;
  readonly channel: string;
  /** Of all who come, as often as each is done */
  readonly services: readonly string[];
  /** Under what they said at an entrance that it is; null: nobody asked */
  readonly saidGroup: string | null;
  readonly marks: Mark[];
  /** What had not been said clearly, one after the other: the last one holds */
  readonly inVain: LogInVain[];
}

interface LogInVain {
  readonly at: number;
  readonly service: string;
  /** null: it was not in vain after all */
  readonly reason: "paper" | "elsewhere" | "needless" | null;
  readonly line: string | null;
}

/** What is said of one queue, or (null) of all; of the latest entries that stand the last one holds */
interface RuleEntry {
  readonly at: number;
  takenBack: number | null;
}

export interface LogHours {
  readonly queue: number;
  /** ISO */
  readonly weekday: number;
  /** Minutes since midnight */
  readonly opens: number;
  readonly closes: number;
}

/** Other hours of a queue from a date on, or (both included) for a season; a weekday that is not said stays as it was */
export interface LogWeek extends RuleEntry {
  readonly queue: number;
  readonly from: string;
  /** null: until further notice */
  readonly to: string | null;
  /** ISO weekday → its parts */
  readonly week: Readonly<Record<number, readonly (readonly [number, number])[]>>;
}

/** Whole dates, both included, of one queue or (null) of all */
export interface LogClosing extends RuleEntry {
  readonly queue: number | null;
  readonly first: string;
  readonly last: string;
  readonly reason: string;
}

/** An act of the head by the name that the office's history gives it */
export interface LogAct extends RuleEntry {
  readonly act: string;
}

export interface LogQueue {
  readonly number: number;
  readonly name: string;
  readonly slotMinutes: number;
  /** null: from the beginning */
  readonly since: number | null;
  readonly switches: (RuleEntry & { readonly isActive: boolean })[];
  /** For dates, both included; of what was said of one date the last word holds, null: as the queue itself is */
  readonly dated: (RuleEntry & { readonly from: string; readonly to: string; readonly isActive: boolean | null })[];
  readonly ends: RuleEntry[];
}

export interface LogTold {
  readonly at: number;
  readonly visit: LogVisit;
  readonly on: "screen" | "phone";
  /** Whole minutes from then on; null: nothing was said */
  readonly range: readonly [number, number] | null;
}

export interface LogOffice {
  readonly code: string;
  readonly name: string;
  readonly region: string | null;
  /** The questionnaire was answered */
  readonly hasJoined: boolean;
  /** As they were said, one after the other */
  readonly seats: { readonly at: number; readonly count: number }[];
  /** How long a service takes there; null: as the catalogue says */
  readonly ownMinutes: { readonly at: number; readonly service: string; readonly minutes: number | null }[];
  readonly acts: LogAct[];
  readonly weeks: LogWeek[];
  readonly closings: LogClosing[];
  /** What whoever took a number saw of how long they will wait */
  readonly told: LogTold[];
  readonly leadMinutes: number;
  readonly queues: LogQueue[];
  readonly hours: LogHours[];
  /** Local minutes of one date, half-open; of one queue or (null) of all */
  readonly closed: (RuleEntry & Span)[];
  readonly extra: (RuleEntry & Span)[];
}

interface Span {
  readonly queue: number | null;
  readonly date: string;
  readonly opens: number;
  readonly closes: number;
}

export interface Log {
  readonly offices: LogOffice[];
  readonly visits: LogVisit[];
  /** Dates on which all offices are closed, each since when that is known */
  readonly holidays: Map<string, number>;
  /** Those among them that the ministry closed, with its reason */
  readonly closures: { readonly date: string; readonly text: string }[];
  /** Moments in which the days were counted */
  readonly nights: number[];
  /** Moments in which months that were due were published, also of nights in which nobody counted */
  readonly publications: number[];
  /** What the catalogue says, one after the other */
  readonly catalogue: LogService[];
  /** What to bring for a service, in words, one after the other */
  readonly lines: LogLines[];
}

export interface LogLines {
  /** null: from the beginning */
  readonly at: number | null;
  readonly code: string;
  readonly lines: readonly string[];
}

export interface LogService {
  /** null: from the beginning */
  readonly at: number | null;
  readonly code: string;
  readonly name: string;
  readonly minutes: number;
  /** Under what it is at an entrance; null: nobody has said */
  readonly group: string | null;
}

/** As the catalogue says by a moment. */
export const serviceIn = ({ catalogue }: Log, code: string, by: number): LogService | undefined =>
  catalogue.findLast((each) => each.code === code && (each.at === null || each.at <= by));

/** It was pressed by then, and not taken back by then. */
export const stands = ({ at, takenBack }: { readonly at: number; readonly takenBack: number | null }, by: number) =>
  at <= by && (takenBack === null || takenBack > by);
