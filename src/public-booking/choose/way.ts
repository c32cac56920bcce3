import { ADDRESS } from "../frame/address.ts";

/** What the pages of a month and of its days lead to: a new appointment, or another time of one. */
export interface WayOn {
  /** Addresses without the language */
  month(month?: string): string;
  day(date: string): string;
  /** Takes a time: by POST */
  readonly hold: string;
  /** Before the month */
  readonly back: string;
  /** What is held already */
  readonly next: string;
  /** Shows that a form is ours; null: the browser begins one */
  readonly mark: string | null;
  readonly isNew: boolean;
}

export const wayToNew = (code: string, service: string, mark: string | null): WayOn => ({
  month: (month) => ADDRESS.month(code, { service, month }),
  day: (date) => ADDRESS.day(code, date, service),
  hold: ADDRESS.hold(code),
  back: ADDRESS.offices({ service }),
  next: ADDRESS.who,
  mark,
  isNew: true,
});
