import { part, type Read, type Tx } from "../../platform/database/sql.ts";
import type { OfficeWait, PromiseKind } from "./office-wait.ts";
import { type PromiseNote, quarterOf } from "./promise-note.ts";
import type { PromiseCount, PromiseOutcomes, SavedPromise } from "./score.ts";

/** SQL of what was said of waiting, and of what became of it. */

/** Noted twice, also by two processes, it is one. In one order, so that they don't wait for each other in a ring. */
export async function insertPromises(tx: Tx, officeId: number, promises: readonly PromiseNote[]): Promise<void> {
  const given = promises.map((promise) => ({ ...promise, quarter: quarterOf(promise) }));
  await tx.sql`
    insert into wait_promise
      (office_id, date, ticket_id, place, quarter, waited_minutes, from_minutes, to_minutes, is_said)
    select ${officeId}::integer, date, ticket, place, quarter, waited, "from", "to", "isSaid"
    from json_to_recordset(${JSON.stringify(given)}::json) as given
      (date date, ticket uuid, place text, quarter integer, waited integer, "from" integer, "to" integer, "isSaid" boolean)
    order by date, ticket, place, quarter on conflict do nothing`;
}

/** For good: what leads to a visit ends with its day. */
export const takePromises = (tx: Tx, officeId: number, date: Temporal.PlainDate): Promise<SavedPromise[]> =>
  tx.sql<SavedPromise>`
    delete from wait_promise where office_id = ${officeId} and date = ${date}
    returning ticket_id as ticket, place, waited_minutes as waited, from_minutes as "from", to_minutes as "to", is_said as "isSaid"`;

/** Of days that are too long ago to be counted. */
export async function forgetPromises(tx: Tx, officeId: number, last: Temporal.PlainDate): Promise<void> {
  await tx.sql`delete from wait_promise where office_id = ${officeId} and date <= ${last}`;
}

export async function addOutcomeCounts(
  tx: Tx,
  officeId: number,
  date: Temporal.PlainDate,
  counts: readonly PromiseCount[],
): Promise<void> {
  await tx.sql`
    insert into day_promise as before (office_id, date, place, is_said, within, shorter, longer, unknown)
    select ${officeId}::integer, ${date}::date, place, "isSaid", within, shorter, longer, unknown
    from json_to_recordset(${JSON.stringify(counts)}::json) as given
      (place text, "isSaid" boolean, within integer, shorter integer, longer integer, unknown integer)
    on conflict (office_id, date, place, is_said) do update set within = before.within + excluded.within,
      shorter = before.shorter + excluded.shorter, longer = before.longer + excluded.longer,
      unknown = before.unknown + excluded.unknown`;
}

interface KindOutcomes extends PromiseOutcomes {
  readonly kind: PromiseKind;
}

interface Days {
  readonly from: Temporal.PlainDate;
  /** Included */
  readonly to: Temporal.PlainDate;
}

const KIND = part`case when place like 'usual-%' then 'hours' else 'number' end as kind`;
const SUMS = part`sum(within)::integer as within, sum(shorter)::integer as shorter, sum(longer)::integer as longer,
  sum(unknown)::integer as unknown`;

/** Said or only computed, by ISO date. */
export const outcomesByDay = (
  tx: Read,
  officeId: number,
  { from, to }: Days,
): Promise<(KindOutcomes & { readonly date: string })[]> =>
  tx.sql`
    select date::text as date, ${KIND}, ${SUMS} from day_promise
    where office_id = ${officeId} and date >= ${from} and date <= ${to} group by 1, 2`;

/** Of what was said, by month: «2026-10» */
export const outcomesByMonth = (
  tx: Read,
  officeId: number,
  { from, to }: Days,
): Promise<(KindOutcomes & { readonly month: string })[]> =>
  tx.sql`
    select to_char(date, 'YYYY-MM') as month, ${KIND}, ${SUMS} from day_promise
    where office_id = ${officeId} and date >= ${from} and date <= ${to} and is_said group by 1, 2`;

/** Null: no night has counted yet. */
export async function officeWaitOf(tx: Read, officeId: number): Promise<OfficeWait | null> {
  const rows = await tx.sql<OfficeWait>`
    select date::text as date, usual, score, json_build_object(
      'number', json_build_object('isSilent', number_is_silent, 'since', number_since),
      'hours', json_build_object('isSilent', usual_is_silent, 'since', usual_since)) as voices
    from office_wait where office_id = ${officeId}`;
  return rows[0] ?? null;
}

export async function replaceOfficeWait(
  tx: Tx,
  officeId: number,
  { date, usual, score, voices: { number, hours } }: OfficeWait,
): Promise<void> {
  await tx.sql`
    insert into office_wait
      (office_id, date, usual, score, number_is_silent, number_since, usual_is_silent, usual_since)
    values (${officeId}, ${date}, ${JSON.stringify(usual)}, ${JSON.stringify(score)}, ${number.isSilent}, ${number.since},
      ${hours.isSilent}, ${hours.since})
    on conflict (office_id) do update set date = excluded.date, usual = excluded.usual, score = excluded.score,
      number_is_silent = excluded.number_is_silent, number_since = excluded.number_since,
      usual_is_silent = excluded.usual_is_silent, usual_since = excluded.usual_since`;
}
