import { type MinistryStaff, NATION } from "../../identity/ministry-access.ts";
import { mondayOf } from "../../kit/weeks-range.ts";
import { closedWeeks } from "../../platform/closed-weeks.ts";
import type { Read } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { dateOf, instantOf, localDay } from "../../platform/time.ts";
import type { ItemToBring } from "../../text/to-bring.ts";
import type { InVainPart, InVainService } from "../contract.ts";
import { addedCounts, inVainCount } from "../in-vain-count.ts";
import { inText, LEAST_VISITS } from "./in-vain-of-services.ts";
import {
  cataloguedLines,
  changesOfService,
  daysOfWeeks,
  type ServiceChangeEntry,
  type WeekCounts,
  weeksOfService,
} from "./national-sql.ts";
import { difference, wilson } from "./rates.ts";

/** One service, week by week, before and after the last change of what to bring. @throws Refusal 404 */
export async function inVainOfService(
  tx: Read,
  _ministry: MinistryStaff,
  { code, weeks: count }: { readonly code: string; readonly weeks: number },
  now: Temporal.Instant,
): Promise<InVainService> {
  const service = await cataloguedLines(tx, code);
  if (!service) throw new Refusal(404, "service-not-found");
  const span = closedWeeks(dateOf(now), count);
  const changes = await changesOfService(tx, NATION, code, instantOf(localDay(span.from).from));
  const change = lastChange(changes.filter(({ at }) => Temporal.PlainDate.compare(dateOf(at), span.to) <= 0));
  const weeks = await weeksOfService(tx, code, span);
  const isEnough = addedCounts(weeks).visits >= LEAST_VISITS;
  const shown = isEnough ? weeks : [];
  const before = change && partOf(shown.filter(({ monday }) => mondayOf(change.date) > monday));
  const after = partOf(change ? shown.filter(({ monday }) => monday >= change.date) : shown);
  return {
    ...inText(span),
    ...service,
    days: await daysOfWeeks(tx, span),
    toBring: linesOf(service.toBring),
    isEnough,
    weeks: shown,
    change,
    before,
    after,
    difference:
      before &&
      difference({ count: inVainCount(before), of: before.visits }, { count: inVainCount(after), of: after.visits }),
  };
}

const linesOf = (items: readonly ItemToBring[] = []): string[] => items.map(({ greek }) => greek);

/** The last one of the lines, and what else changed in its week. */
function lastChange(latestFirst: readonly ServiceChangeEntry[]): InVainService["change"] {
  const last = latestFirst.find((entry) => changedFields(entry).includes("toBring"));
  if (!last) return null;
  const date = dateOf(last.at).toString();
  const sameWeek = latestFirst.filter(({ at }) => mondayOf(dateOf(at).toString()) === mondayOf(date));
  const others = [...new Set(sameWeek.flatMap(changedFields))].filter((field) => field !== "toBring");
  return { date, before: linesOf(last.before.toBring), after: linesOf(last.after.toBring), others };
}

const changedFields = ({ before, after }: ServiceChangeEntry): string[] =>
  Object.keys(after).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));

function partOf(weeks: readonly WeekCounts[]): InVainPart {
  const counts = addedCounts(weeks);
  const lines = new Map<string, number>();
  for (const week of weeks)
    for (const [line, count] of Object.entries(week.lines)) lines.set(line, (lines.get(line) ?? 0) + count);
  const said = [...lines.values()].reduce((sum, each) => sum + each, 0);
  return {
    ...counts,
    weeks: weeks.length,
    rate: counts.visits === 0 ? null : (100 * inVainCount(counts)) / counts.visits,
    band: wilson(inVainCount(counts), counts.visits),
    lines: [...lines].map(([line, count]) => ({ line, count })).sort((a, b) => b.count - a.count),
    notSaid: counts.paper - said,
  };
}
