import type { AdministeredOffice } from "../identity/office-access.ts";
import { refuseFields } from "../platform/refusal.ts";
import { dateOf, epochMinute } from "../platform/time.ts";
import type { ExceptionRequest } from "./contract.ts";
import { hasBegun, intervalOf } from "./exception-removal.ts";
import { add, exceptionNotFound, type FactsReader, type Part, seriesOf, spanOf } from "./exceptions.ts";
import type { RuleChange } from "./rule-change.ts";
import { exceptionErrors, intervalsOf } from "./rules.ts";
import { deleteExceptions, type ExceptionRow } from "./sql.ts";

/**
 * Another time, queue or reason: the old one goes and the new one comes, at once. One that runs stays the same one,
 * from its start, so that of what is past nothing changes but the words.
 */
export function exceptionChange(
  office: AdministeredOffice,
  known: ExceptionRow,
  request: ExceptionRequest,
  now: Temporal.Instant,
  factsOf: FactsReader,
): RuleChange {
  const isBegun = hasBegun(known, now);
  const { queue, kind } = known;
  const begun = isBegun ? { queue, kind, from: epochMinute(known.starts_at) } : null;
  refuseFields(exceptionErrors(request, dateOf(now).toString(), epochMinute(now), begun));
  const parts = intervalsOf(request).map(
    (part, index): Part => (isBegun && index === 0 ? { ...part, id: known.id } : part),
  );
  return {
    act: "exception-changed",
    span: spanOf([intervalOf(known), ...parts]),
    write: async (tx) => {
      if ((await deleteExceptions(tx, office.id, [known.id])) < 1) throw exceptionNotFound();
      await add(tx, office, request, { parts, series: seriesOf(parts) }, now, factsOf);
    },
  };
}
