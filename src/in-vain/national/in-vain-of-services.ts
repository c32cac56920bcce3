import { type MinistryStaff, NATION } from "../../identity/ministry-access.ts";
import { type ClosedWeeks, closedWeeks } from "../../platform/closed-weeks.ts";
import type { AcrossOffices, Read } from "../../platform/database/sql.ts";
import { dateOf, instantOf, localDay } from "../../platform/time.ts";
import type { InVainServices, ServiceInVain } from "../contract.ts";
import { addedCounts, inVainCount } from "../in-vain-count.ts";
import {
  changesOfLines,
  countsOfServices,
  daysOfWeeks,
  linesOfServices,
  officesOfWeeks,
  type ServiceCounts,
} from "./national-sql.ts";

/** A service of fewer visits says nothing by itself, and somebody might be known by it */
export const LEAST_VISITS = 50;

/** Of fewer offices, and not all, their number is not told: by it one might be guessed */
const LEAST_OFFICES = 5;

/** «Ήρθαν άδικα»: by service, the most often in vain first; nothing of an office or a person. */
export async function inVainOfServices(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  weeks: number,
  now: Temporal.Instant,
): Promise<InVainServices> {
  const span = closedWeeks(dateOf(now), weeks);
  const all = await countsOfServices(tx, span);
  const few = all.filter(({ visits }) => visits < LEAST_VISITS);
  const enough = all
    .filter(({ visits }) => visits >= LEAST_VISITS)
    .sort((a, b) => inVainCount(b) / b.visits - inVainCount(a) / a.visits);
  const { counted, used, since } = await officesOfWeeks(tx, span);
  return {
    ...inText(span),
    days: await daysOfWeeks(tx, span),
    offices: { counted, used: used > 0 && used < Math.min(LEAST_OFFICES, counted) ? null : used, since },
    services: await withWords(tx, span, enough),
    others: { services: few.length, ...addedCounts(few) },
  };
}

/** What was missing most often, and whether the words changed meanwhile. */
async function withWords(tx: Read, span: ClosedWeeks, services: readonly ServiceCounts[]): Promise<ServiceInVain[]> {
  const lines = Map.groupBy(await linesOfServices(tx, span), ({ code }) => code);
  const instants = { from: instantOf(localDay(span.from).from), to: instantOf(localDay(span.to).to) };
  const changes = new Map((await changesOfLines(tx, NATION, instants)).map(({ code, at }) => [code, at]));
  return services.map((service) => {
    const own = lines.get(service.code) ?? [];
    const [first] = own;
    const at = changes.get(service.code);
    return {
      ...service,
      mostMissing: first ? { line: first.line, count: first.count } : null,
      notSaid: service.paper - own.reduce((total, { count }) => total + count, 0),
      changed: at ? dateOf(at).toString() : null,
    };
  });
}

export const inText = ({ from, to }: ClosedWeeks) => ({ from: from.toString(), to: to.toString() });
