import type { AdministeredOffice } from "../identity/office-access.ts";
import { epochMinute, type Interval } from "../platform/time.ts";
import { type ExceptionOf, exceptionNotFound, spanOf } from "./exceptions.ts";
import type { RuleChange } from "./rule-change.ts";
import { deleteExceptions, type ExceptionRow, endExceptions } from "./sql.ts";

/** One, or with it those of its series that are not over. What runs ends now: what was closed until now stays so. */
export function exceptionRemoval(
  office: AdministeredOffice,
  known: ExceptionOf,
  withSeries: boolean,
  now: Temporal.Instant,
): RuleChange {
  const gone = withSeries ? known : [known[0]];
  const minute = epochMinute(now);
  const [begun, toCome] = [true, false].map((is) =>
    gone.filter((row) => hasBegun(row, now) === is).map(({ id }) => id),
  ) as [string[], string[]];
  return {
    act: "exception-removed",
    span: spanOf(gone.map(intervalOf)),
    write: async (tx) => {
      const ended = await endExceptions(tx, office.id, begun, minute);
      const deleted = await deleteExceptions(tx, office.id, toCome);
      if (ended + deleted < gone.length) throw exceptionNotFound();
    },
  };
}

/** A minute ago at least: of what begins in this minute nothing is past. */
export const hasBegun = ({ starts_at }: ExceptionRow, now: Temporal.Instant): boolean =>
  epochMinute(starts_at) < epochMinute(now);

export const intervalOf = ({ starts_at, ends_at }: ExceptionRow): Interval => ({
  from: epochMinute(starts_at),
  to: epochMinute(ends_at),
});
