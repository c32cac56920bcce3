import type { AcrossOffices, Read, Tx } from "../platform/database/sql.ts";
import { offsetText } from "../platform/time.ts";
import type { RulingPreview, Sweep } from "./contract.ts";
import type { Extent, TimeExtent } from "./extent.ts";

/** SQL of what goes from office to office (db/migrations/0007). */

/** Two who rule at once do so one after the other. */
export async function lockRulings(tx: Tx): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended('ministry', 0))`;
}

export const countConcerned = (tx: AcrossOffices, extent: Extent, now: Temporal.Instant): Promise<RulingPreview> =>
  "service" in extent ? countOfService(tx, extent.service, now) : countInTime(tx, extent, now);

const countOfService = (tx: AcrossOffices, service: string, now: Temporal.Instant): Promise<RulingPreview> =>
  byParts(
    (beyond) => tx.sql<PartRow>`select offices, concerned, appointments, last_office
      from count_of_service(${service}, ${now}, ${beyond}, ${OFFICES_AT_ONCE})`,
  );

const countInTime = (
  tx: AcrossOffices,
  { region, from, to }: TimeExtent,
  now: Temporal.Instant,
): Promise<RulingPreview> =>
  byParts(
    (beyond) => tx.sql<PartRow>`select offices, concerned, appointments, last_office
      from count_in_time(${region}, ${from}, ${to}, ${now}, ${beyond}, ${OFFICES_AT_ONCE})`,
  );

/** The ruling that no longer closes the time */
export type Lifted = { readonly closure: string } | { readonly holiday: string };

/** Of the offices that would open again in some of the time, and the appointments there. */
export function countReopened(
  tx: AcrossOffices,
  { region, from, to }: TimeExtent,
  lifted: Lifted,
  now: Temporal.Instant,
): Promise<RulingPreview> {
  const [closure, holiday] = "closure" in lifted ? [lifted.closure, null] : [null, lifted.holiday];
  return byParts(
    (beyond) => tx.sql<PartRow>`select offices, concerned, appointments, last_office
      from count_reopened(${region}, ${from}, ${to}, ${now}, ${closure}::uuid, ${holiday}::date,
        ${beyond}, ${OFFICES_AT_ONCE})`,
  );
}

/** Besides: how many of the appointments nobody can reach, and in how many offices nothing was decided yet. */
export interface UndecidedCounts extends RulingPreview {
  readonly unreachable: number;
  readonly untouched: number;
}

/** Of appointments in a closed time about which nobody has decided; past ones too. */
export const countUndecided = (
  tx: AcrossOffices,
  { region, from, to }: TimeExtent,
  sweep: string | null,
): Promise<UndecidedCounts> =>
  byParts(
    (beyond) => tx.sql<PartRow<keyof UndecidedCounts>>`
      select offices, concerned, appointments, unreachable, untouched, last_office
      from count_undecided(${region}, ${from}, ${to}, ${sweep}::uuid, ${beyond}, ${OFFICES_AT_ONCE})`,
  );

/** Of the appointments that a period of so many days makes anonymous at once. */
export const countDue = (tx: AcrossOffices, days: number, now: Temporal.Instant): Promise<RulingPreview> =>
  byParts(
    (beyond) => tx.sql<PartRow>`select offices, concerned, appointments, last_office
      from count_due(${days}, ${now}, ${beyond}, ${OFFICES_AT_ONCE})`,
  );

/** Over 18 million appointments and a cold disk two seconds at most; all parts together have what a request has. */
const OFFICES_AT_ONCE = 20;

type CountRow<Count extends string = keyof RulingPreview> = Readonly<Record<Count, string>>;

type PartRow<Count extends string = keyof RulingPreview> = CountRow<Count> & {
  /** Null: there was none left */
  readonly last_office: number | null;
};

/** @param count of the next offices after the one whose id is beyond */
async function byParts<Count extends string = keyof RulingPreview>(
  count: (beyond: number) => Promise<readonly PartRow<Count>[]>,
): Promise<Record<Count, number>> {
  const sum: Record<string, number> = {};
  for (let beyond: number | null = 0; beyond !== null; ) {
    const [{ last_office, ...part }] = (await count(beyond)) as [PartRow<Count>];
    for (const [name, value] of Object.entries(part)) sum[name] = (sum[name] ?? 0) + Number(value);
    beyond = last_office;
  }
  return sum as Record<Count, number>;
}

/** PostgreSQL's bigint arrives as text. */
const numbers = ({ offices, concerned, appointments }: CountRow): RulingPreview => ({
  offices: Number(offices),
  concerned: Number(concerned),
  appointments: Number(appointments),
});

export async function insertSweep(tx: Tx, id: string, extent: Extent, now: Temporal.Instant): Promise<void> {
  const time = "service" in extent ? null : extent;
  const service = "service" in extent ? extent.service : null;
  await tx.sql`insert into sweep (id, region, starts_at, ends_at, service, started_at)
    values (${id}, ${time?.region ?? null}, ${time?.from ?? null}, ${time?.to ?? null}, ${service}, ${now})`;
}

interface ProgressRow extends CountRow {
  readonly id: string;
  readonly done: string;
  readonly started_at: Temporal.Instant;
  readonly done_at: Temporal.Instant | null;
}

export async function progressOf(
  tx: AcrossOffices,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, Sweep>> {
  const rows = await tx.sql<ProgressRow>`
    select id, offices, done, concerned, appointments, started_at, done_at
    from sweep_progress(${ids.filter((id) => id !== null)}::uuid[]) as progress join sweep on id = progress.sweep
    order by started_at, id`;
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...numbers(row),
        id: row.id,
        done: Number(row.done),
        startedAt: offsetText(row.started_at),
        doneAt: row.done_at && offsetText(row.done_at),
      },
    ]),
  );
}

export async function sweepsUnderWay(tx: Read): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>`select id from sweep where done_at is null order by started_at, id`;
  return rows.map(({ id }) => id);
}

export async function officesToSweep(tx: AcrossOffices, sweep: string): Promise<number[]> {
  const rows = await tx.sql<{ office: number }>`select office from offices_to_sweep(${sweep}) as office`;
  return rows.map(({ office }) => office);
}

/** False: another process is at this office for this sweep. */
export async function claimOffice(tx: Tx, sweep: string, officeId: number): Promise<boolean> {
  const rows = await tx.sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`sweep ${sweep} ${officeId}`}, 0)) as mine`;
  return rows[0]?.mine === true;
}

/** Of the transaction's office: how many appointments it concerns. Nothing when the sweep has been there. */
export async function noteSwept(tx: Tx, sweep: string, officeId: number, now: Temporal.Instant): Promise<boolean> {
  const rows = await tx.sql`
    insert into sweep_office (office_id, sweep, appointments, done_at)
    select ${officeId}::integer, id, (select count(*) from appointment
        where office_id = ${officeId} and live and ends_at > ${now} and case
          when sweep.service is null then starts_at < sweep.ends_at
            and ends_at > sweep.starts_at and starts_at > sweep.starts_at - interval '1 day'
          else starts_at > ${now} and appointment.service = sweep.service and not exists (
            select from office_service as own where own.office_id = ${officeId} and own.service = sweep.service
              and (not is_offered or minutes is not null)) end), ${now}::timestamptz
    from sweep where id = ${sweep}
    on conflict do nothing returning sweep`;
  return rows.length === 1;
}

/** False while an office is left. */
export async function endSweep(tx: AcrossOffices<Tx>, sweep: string, now: Temporal.Instant): Promise<boolean> {
  const rows = await tx.sql`
    update sweep set done_at = ${now} where id = ${sweep} and not exists (select from offices_to_sweep(${sweep}))
    returning id`;
  return rows.length === 1;
}
