import { overlaps } from "../../availability/intervals.ts";
import type { AdministeredOffice } from "../../identity/office-access.ts";
import { refuseFields } from "../../platform/refusal.ts";
import { dateOf, epochMinute } from "../../platform/time.ts";
import type { RuleChange } from "../../proposals/rule-change.ts";
import type { ExceptionRequest } from "../contract.ts";
import { exceptionErrors, intervalsOf } from "../rules.ts";
import { deleteExceptions, type ExceptionRow } from "../sql.ts";
import { add, type ExceptionPart, seriesOf } from "./addition.ts";
import { datesTouched, type ExceptionOf, exceptionNotFound, hasBegun, intervalOf } from "./existing.ts";

/**
 * Another time, queue or reason of one, or with it of those of its series that follow: each stays the same one, in its
 * series, with its next version. One that runs stays so from its start: of what is past nothing changes but the words.
 */
export function exceptionChange(
  office: AdministeredOffice,
  known: ExceptionOf,
  { withFollowing, ...request }: ExceptionRequest & { readonly withFollowing: boolean },
  now: Temporal.Instant,
): RuleChange {
  const [named] = known;
  const begun = hasBegun(named, now) ? { ...intervalOf(named), queue: named.queue, kind: named.kind } : null;
  refuseFields(exceptionErrors(request, dateOf(now).toString(), epochMinute(now), begun));
  const changed = withFollowing ? followingOf(known) : [named];
  const parts = changed.flatMap((row): ExceptionPart[] => {
    const [first, ...others] = intervalsOf(asFarOn(request, named, row));
    return first ? [{ ...first, id: row.id, version: row.version + 1 }, ...others] : [];
  });
  if (withFollowing) requireApart(parts, request);
  return {
    act: "exception-changed",
    span: datesTouched([...changed.map(intervalOf), ...parts]),
    write: async (tx) => {
      const ids = changed.map(({ id }) => id);
      if ((await deleteExceptions(tx, office.id, ids)) < ids.length) throw exceptionNotFound();
      await add(tx, office, { ...request, parts, series: named.series ?? seriesOf(parts) }, now);
    },
  };
}

/** It and those after it. */
const followingOf = ([named, ...others]: ExceptionOf): ExceptionRow[] => [
  named,
  ...others.filter(({ starts_at }) => Temporal.Instant.compare(starts_at, named.starts_at) > 0),
];

/** The same wish as many days later as `row` comes after `named`: so a series keeps its rhythm. */
function asFarOn(request: ExceptionRequest, named: ExceptionRow, row: ExceptionRow): ExceptionRequest {
  const distance = dateOf(named.starts_at).until(dateOf(row.starts_at));
  const later = (date: string) => Temporal.PlainDate.from(date).add(distance).toString();
  const { date, lastDate } = request;
  return { ...request, date: later(date), ...(lastDate !== undefined && { lastDate: later(lastDate) }) };
}

/** Of a series no two fall on each other, and it is as long as it was. */
function requireApart(parts: readonly ExceptionPart[], { weeklyUntil }: ExceptionRequest): void {
  const inOrder = parts.toSorted((a, b) => a.from - b.from);
  const meets = inOrder.some((part, index) => index > 0 && overlaps(part, inOrder[index - 1] as ExceptionPart));
  if (meets) refuseFields([{ field: "lastDate", code: "exception-meets-series" }]);
  if (weeklyUntil !== undefined) refuseFields([{ field: "weeklyUntil", code: "exception-meets-series" }]);
}
