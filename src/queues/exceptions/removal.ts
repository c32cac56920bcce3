import type { AdministeredOffice } from "../../identity/office-access.ts";
import { epochMinute } from "../../platform/time.ts";
import type { RuleChange } from "../../proposals/rule-change.ts";
import { deleteExceptions, endExceptions } from "../sql.ts";
import { datesTouched, type ExceptionOf, exceptionNotFound, hasBegun, intervalOf } from "./existing.ts";

/** One, or with it those of its series that are not over. One that runs ends now: the time closed until now stays so. */
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
    span: datesTouched(gone.map(intervalOf)),
    write: async (tx) => {
      const ended = await endExceptions(tx, office.id, begun, minute);
      const deleted = await deleteExceptions(tx, office.id, toCome);
      if (ended + deleted < gone.length) throw exceptionNotFound();
    },
  };
}
