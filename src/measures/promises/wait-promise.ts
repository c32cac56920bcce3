import type { Read } from "../../platform/database/sql.ts";
import { ofWholeDay } from "../counts.ts";
import { ESTIMATE_WEEKS, type UnknownWait, waitEstimates } from "../wait-estimate.ts";
import { numberWaits } from "../waits-sql.ts";
import type { PromisePlace } from "./promise-note.ts";
import type { PromiseNotes } from "./promise-notes.ts";

/**
 * The one gate by which anybody is told how long they will wait: a range that is given is noted, so that the night can say what
 * became of it. Whoever shows a range takes it in this type, which nothing else makes (docs/decisions/0064-a-promise-with-a-score.md).
 */

declare const GIVEN: unique symbol;

/** Minutes from now: the middle of those who waited as long, and nine of ten of them. */
export interface WaitPromise {
  readonly from: number;
  readonly to: number;
  readonly [GIVEN]: true;
}

export type NoWaitPromise =
  | UnknownWait
  /** Said before, it was right too seldom */
  | { readonly why: "silent" };

interface NumberShown {
  readonly ticket: string;
  readonly place: PromisePlace;
  /** Whole minutes */
  readonly waited: number;
}

export type PromiseToNumber = (shown: NumberShown) => WaitPromise | NoWaitPromise;

interface NumberTerms {
  readonly date: Temporal.PlainDate;
  readonly notes: PromiseNotes;
}

/** For those who wait with a number. What a silent office would have said is noted too: else it could never speak again. */
export async function promiseToNumbers(
  tx: Read,
  office: number,
  { date, notes }: NumberTerms,
): Promise<PromiseToNumber> {
  const from = date.subtract({ weeks: ESTIMATE_WEEKS });
  const { days, isSilent } = await numberWaits(tx, office, { class: "walk-in", from, to: date });
  const estimate = waitEstimates(days.map(({ halfHours, ...day }) => ({ ...day, waits: ofWholeDay(halfHours) })));
  return ({ ticket, place, waited }) => {
    const range = estimate(waited);
    if ("why" in range) return range;
    notes.note({ office, date: date.toString(), ticket, place, waited, ...range, isSaid: !isSilent });
    return isSilent ? { why: "silent" } : (range as WaitPromise);
  };
}

/** For an hour of an office's page, of which each night asks every visit that began to wait in it. */
export const promiseOfHour = ({ from, to }: { readonly from: number; readonly to: number }): WaitPromise =>
  ({ from, to }) as WaitPromise;
