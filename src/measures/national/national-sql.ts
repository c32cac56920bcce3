import type { ClosedWeeks } from "../../platform/closed-weeks.ts";
import type { AcrossOffices, Read } from "../../platform/database/sql.ts";
import { instantOf, localDay } from "../../platform/time.ts";
import { OFFICE_CHANGES, type OfficeChange } from "./contract.ts";
import type { OfficeSums } from "./offices.ts";

/** SQL over all offices, of numbers alone. */

const lastMonday = ({ to }: ClosedWeeks): Temporal.PlainDate => to.subtract({ days: 6 });

export const sumsOfOffices = (tx: AcrossOffices, weeks: ClosedWeeks): Promise<OfficeSums[]> =>
  tx.sql<OfficeSums>`
    select id, code, name, region, has_joined as "hasJoined", days, counters, visits, complete, on_time as "onTime", present,
      no_shows as "noShows", due, soon, walk_ins as "walkIns", looked, third_free_days as "thirdFreeDays"
    from weeks_of_offices(${weeks.from}, ${lastMonday(weeks)}) as weeks join office on office.id = weeks.office`;

export interface NationWeek {
  readonly monday: string;
  readonly offices: number;
  readonly onTime: number;
  readonly present: number;
  readonly noShows: number;
  readonly due: number;
  readonly soon: number;
  readonly walkIns: number;
}

export const weeksOfNation = (tx: AcrossOffices, weeks: ClosedWeeks): Promise<NationWeek[]> =>
  tx.sql<NationWeek>`
    select monday::text as monday, offices, on_time as "onTime", present, no_shows as "noShows", due, soon,
      walk_ins as "walkIns"
    from weeks_of_nation(${weeks.from}, ${lastMonday(weeks)}) order by monday`;

export interface WaitsAtStep {
  readonly office: number;
  /** Counted from 1 */
  readonly step: number;
  readonly appointments: number;
  readonly walkIns: number;
}

export const waitsOfOffices = (
  tx: AcrossOffices,
  offices: readonly number[],
  weeks: ClosedWeeks,
): Promise<WaitsAtStep[]> =>
  tx.sql<WaitsAtStep>`
    select office, step, appointments, walk_ins as "walkIns"
    from waits_of_offices(${offices}, ${weeks.from}, ${lastMonday(weeks)}) order by office, step`;

interface RuleAct extends OfficeChange {
  readonly office: number;
}

/** The latest first. */
export const ruleActsOf = (
  tx: AcrossOffices,
  offices: readonly number[],
  { from, to }: ClosedWeeks,
): Promise<RuleAct[]> =>
  tx.sql<RuleAct>`
    select office, act, date::text as date
    from rule_acts_of_offices(${offices}, ${OFFICE_CHANGES}, ${instantOf(localDay(from).from)}, ${instantOf(localDay(to).to)})
    order by office, date desc, act`;

interface ClosureMark {
  readonly date: string;
  readonly text: string;
}

/** Of the whole country, each with its first day. */
export const nationalClosures = (tx: Read, { from, to }: ClosedWeeks): Promise<ClosureMark[]> =>
  tx.sql<ClosureMark>`
    select (starts_at at time zone 'Europe/Athens')::date::text as date, reason as text from closure
    where region is null and starts_at >= ${instantOf(localDay(from).from)} and starts_at < ${instantOf(localDay(to).to)}
    order by starts_at`;

export async function officeWithCode(
  tx: Read,
  code: string,
): Promise<{ readonly id: number; readonly code: string; readonly name: string } | null> {
  const rows = await tx.sql<{ id: number; code: string; name: string }>`
    select id, code, name from office where code = ${code}`;
  return rows[0] ?? null;
}
