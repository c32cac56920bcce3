import { ADDRESS } from "../frame/address.ts";
import type { When } from "./when.ts";

/** What the pages of weeks and of their days lead to: a new appointment, or another time of one. */
export interface WayOn {
  /** Addresses without the language */
  weeks(on?: string): string;
  /** The weeks for whoever can come at other times */
  with(when: readonly When[]): string;
  day(date: string): string;
  /** Takes a time: by POST */
  readonly hold: string;
  /** Before the weeks */
  readonly back: string;
  /** Goes along with a form that leads to the weeks */
  readonly fields: Readonly<Record<string, string | null>>;
  /** When they can come: none is named for any time */
  readonly when: readonly When[];
  /** What is held already */
  readonly next: string;
  /** Where it is said what is to be ready */
  readonly needs: string;
  /** Shows that a form is ours; null: the browser begins one */
  readonly mark: string | null;
  readonly isNew: boolean;
}

export const wayToNew = (code: string, service: string, mark: string | null, when: readonly When[] = []): WayOn => ({
  weeks: (on) => ADDRESS.weeks(code, { service, on, when }),
  with: (other) => ADDRESS.weeks(code, { service, when: other }),
  day: (date) => ADDRESS.day(code, date, { service, when }),
  hold: ADDRESS.hold(code),
  back: ADDRESS.offices({ service }),
  fields: { service },
  when,
  next: ADDRESS.who,
  needs: `${ADDRESS.who}#interpreter`,
  mark,
  isNew: true,
});
