import { ADDRESS } from "../frame/address.ts";

/** What the pages of weeks and of their days lead to: a new appointment, or another time of one. */
export interface WayOn {
  /** Addresses without the language */
  weeks(on?: string): string;
  day(date: string): string;
  /** Takes a time: by POST */
  readonly hold: string;
  /** Before the weeks */
  readonly back: string;
  /** What is held already */
  readonly next: string;
  /** Shows that a form is ours; null: the browser begins one */
  readonly mark: string | null;
  readonly isNew: boolean;
}

export const wayToNew = (code: string, service: string, mark: string | null): WayOn => ({
  weeks: (on) => ADDRESS.weeks(code, { service, on }),
  day: (date) => ADDRESS.day(code, date, service),
  hold: ADDRESS.hold(code),
  back: ADDRESS.offices({ service }),
  next: ADDRESS.who,
  mark,
  isNew: true,
});
