import { randomUUIDv7 } from "node:crypto";
import type { MinistryStaff } from "../identity/ministry-access.ts";
import type { AcrossOffices, Read, Tx } from "../platform/database/sql.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import { tidy } from "../platform/text/names.ts";
import { clockTextOf, dateOf, epochMinute, instantOf, offsetText } from "../platform/time.ts";
import {
  allRegions,
  type ClosureRow,
  closureById,
  closuresSince,
  deleteClosureRow,
  endClosure,
  insertClosure,
  overlappingClosure,
  takenByDay,
} from "./closures-sql.ts";
import type { ClosureRequest, Closures, Ruled, RulingPreview, Taken } from "./contract.ts";
import type { TimeExtent } from "./extent.ts";
import { beginSweep, ruled } from "./rule.ts";
import { type ClosureBeginning, closureErrors, closureInterval } from "./rules.ts";
import { countConcerned, countReopened, lockRulings, progressOf } from "./sweep-sql.ts";

/** Εθνικό κλείσιμο: new appointments stop at once, those there are go to each office's work list. */

const LISTED_HOURS = 365 * 24;

export async function listClosures(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  now: Temporal.Instant,
): Promise<Closures> {
  const rows = await closuresSince(tx, now.subtract({ hours: LISTED_HOURS }));
  const sweeps = await progressOf(
    tx,
    rows.map(({ sweep }) => sweep),
  );
  const regions = await allRegions(tx);
  return {
    now: { date: dateOf(now).toString(), time: clockTextOf(now) },
    offices: regions.reduce((sum, { offices }) => sum + offices, 0),
    regions: regions.flatMap(({ name, offices }) => (name === null ? [] : [{ name, offices }])),
    closures: rows.map((row) => ({
      id: row.id,
      region: row.region,
      from: offsetText(row.starts_at),
      to: offsetText(row.ends_at),
      reason: row.reason,
      createdAt: offsetText(row.created_at),
      createdBy: row.created_by_name,
      sweep: sweeps.get(row.sweep) ?? null,
    })),
  };
}

export async function previewClosure(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  { request, replaces }: { readonly request: ClosureRequest; readonly replaces: string | undefined },
  now: Temporal.Instant,
): Promise<RulingPreview> {
  const row = await checked(tx, request, replaces === undefined ? null : await existing(tx, replaces, now), now);
  return countConcerned(tx, extentOfRow(row), now);
}

/** For the calendar of a closure: how many appointments a region has on each day to come. */
export async function takenInMonth(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  { region, month }: { readonly region: string; readonly month: string },
  now: Temporal.Instant,
): Promise<Taken> {
  return { days: await takenByDay(tx, region, Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 }), now) };
}

/** @throws Refusal 422 at the fields */
export async function addClosure(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  request: ClosureRequest,
  now: Temporal.Instant,
): Promise<Ruled> {
  await lockRulings(tx);
  const row = await checked(tx, request, null, now);
  const sweep = await insert(tx, ministry, row, now);
  return ruled(tx, ministry, { act: "closure-added", id: row.id, sweep, details: { after: told(row) } }, now);
}

/**
 * The old one goes and the new one comes, at once, with an id of its own: so an id names a closure as it was seen, and
 * whoever acts on an older one finds none. What has passed of one that is running stays as it was: under the new
 * one, where that goes on with it, or else under the old.
 */
export async function changeClosure(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  { id, request }: { readonly id: string; readonly request: ClosureRequest },
  now: Temporal.Instant,
): Promise<Ruled> {
  await lockRulings(tx);
  const before = await existing(tx, id, now);
  const wish = await checked(tx, request, before, now);
  const isGoingOn = goesOn(before, wish, now);
  const row = isGoingOn ? { ...wish, starts_at: before.starts_at } : wish;
  if (isGoingOn) await deleteClosureRow(tx, id);
  else await withdraw(tx, before, now);
  await beginSweep(tx, extentOfRow(before), now);
  const sweep = await insert(tx, ministry, row, now);
  const details = { before: told(before), after: told(row) };
  return ruled(tx, ministry, { act: "closure-changed", id: row.id, sweep, details }, now);
}

/** @throws Refusal 404 when it is over or gone */
export async function previewClosureRemoval(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  id: string,
  now: Temporal.Instant,
): Promise<RulingPreview> {
  const row = await existing(tx, id, now);
  return countReopened(tx, extentOfRow(row), { closure: id }, now);
}

/** A closure to come is as if it had never been; one that is running ends. */
export async function removeClosure(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  id: string,
  now: Temporal.Instant,
): Promise<Ruled> {
  await lockRulings(tx);
  const before = await existing(tx, id, now);
  const act = await withdraw(tx, before, now);
  const sweep = await beginSweep(tx, extentOfRow(before), now);
  return ruled(tx, ministry, { act, id, sweep, details: { before: told(before) } }, now);
}

async function withdraw(tx: Tx, row: ClosureRow, now: Temporal.Instant): Promise<"closure-removed" | "closure-ended"> {
  if (!hasBegun(row, now)) {
    await deleteClosureRow(tx, row.id);
    return "closure-removed";
  }
  await endClosure(tx, row.id, minuteOf(now));
  return "closure-ended";
}

/** The same offices stay closed without a break. */
const goesOn = (before: ClosureRow, wish: ClosureRow, now: Temporal.Instant): boolean =>
  hasBegun(before, now) && before.region === wish.region && wish.starts_at.equals(minuteOf(now));

/** Something of it is over. */
const hasBegun = ({ starts_at }: ClosureRow, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(starts_at, minuteOf(now)) < 0;

/** The minute at which an act of now ends or begins a closure. */
const minuteOf = (now: Temporal.Instant): Temporal.Instant => instantOf(epochMinute(now));

async function insert(tx: Tx, ministry: MinistryStaff, row: ClosureRow, now: Temporal.Instant): Promise<string> {
  const sweep = await beginSweep(tx, extentOfRow(row), now);
  await insertClosure(tx, { ...row, sweep }, now, ministry.employeeId);
  return sweep;
}

/** The closure that is asked for, less the part that has passed. */
async function checked(
  tx: Read,
  request: ClosureRequest,
  replaced: ClosureRow | null,
  now: Temporal.Instant,
): Promise<ClosureRow> {
  const regions = (await allRegions(tx)).flatMap(({ name }) => name ?? []);
  const begun = replaced && hasBegun(replaced, now) ? beginningOf(replaced) : null;
  const nowMinute = epochMinute(now);
  refuseFields(closureErrors(request, { regions, today: dateOf(now).toString(), nowMinute, begun }));
  const { from, to } = closureInterval(request);
  const row: ClosureRow = {
    id: randomUUIDv7(),
    region: request.region,
    starts_at: instantOf(Math.max(from, nowMinute)),
    ends_at: instantOf(to),
    reason: tidy(request.reason),
    sweep: null,
  };
  const other = await overlappingClosure(tx, row, replaced?.id ?? null);
  if (other) refuseFields([{ field: "from", code: "closure-overlaps", values: { reason: other.reason } }]);
  return row;
}

const beginningOf = ({ starts_at }: ClosureRow): ClosureBeginning => ({
  from: dateOf(starts_at).toString(),
  fromTime: clockTextOf(starts_at),
});

async function existing(tx: Read, id: string, now: Temporal.Instant): Promise<ClosureRow> {
  const row = await closureById(tx, id);
  if (!row || Temporal.Instant.compare(row.ends_at, now) <= 0) throw new Refusal(404, "closure-not-found");
  return row;
}

const extentOfRow = ({ region, starts_at, ends_at }: ClosureRow): TimeExtent => ({
  region,
  from: starts_at,
  to: ends_at,
});

const told = ({ region, starts_at, ends_at, reason }: ClosureRow) => ({
  region,
  from: offsetText(starts_at),
  to: offsetText(ends_at),
  reason,
});
