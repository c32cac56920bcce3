import { randomUUIDv7 } from "node:crypto";
import type { MinistryStaff } from "../identity/ministry-access.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import { tidy } from "../platform/text/names.ts";
import { clockTextOf, dateOf, epochMinute, instantOf, offsetText } from "../platform/time.ts";
import {
  allRegions,
  type ClosureRow,
  closureById,
  closuresSince,
  deleteClosure,
  endClosure,
  insertClosure,
  overlappingClosure,
} from "./closures-sql.ts";
import type { ClosureRequest, Closures, Preview, Ruled } from "./contract.ts";
import type { Extent } from "./extent.ts";
import { beginSweep, ruled } from "./rule.ts";
import { closureErrors, closureInterval } from "./rules.ts";
import { countConcerned, lockRulings, progressOf } from "./sweep-sql.ts";

/** Εθνικό κλείσιμο: new appointments stop at once, those there are go to each office's work list. */

const LISTED_HOURS = 365 * 24;

export async function listClosures(tx: Read, _ministry: MinistryStaff, now: Temporal.Instant): Promise<Closures> {
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
  tx: Read,
  _ministry: MinistryStaff,
  request: ClosureRequest,
  replaced: string | null,
  now: Temporal.Instant,
): Promise<Preview> {
  const row = await checked(tx, request, replaced, now);
  return countConcerned(tx, extentOfRow(row), now);
}

/** @throws Refusal 422 at the fields */
export async function addClosure(
  tx: Tx,
  ministry: MinistryStaff,
  request: ClosureRequest,
  now: Temporal.Instant,
): Promise<Ruled> {
  await lockRulings(tx);
  const row = await checked(tx, request, null, now);
  const sweep = await insert(tx, ministry, row, now);
  return ruled(tx, ministry, { act: "closure-added", id: row.id, sweep, details: { after: told(row) } }, now);
}

/** The old one goes and the new one comes, at once. One that is running keeps the time that is over. */
export async function changeClosure(
  tx: Tx,
  ministry: MinistryStaff,
  id: string,
  request: ClosureRequest,
  now: Temporal.Instant,
): Promise<Ruled> {
  await lockRulings(tx);
  const before = await existing(tx, id, now);
  const row = await checked(tx, request, id, now);
  await withdraw(tx, before, now);
  await beginSweep(tx, extentOfRow(before), now);
  const sweep = await insert(tx, ministry, row, now);
  const details = { before: told(before), after: told(row) };
  return ruled(tx, ministry, { act: "closure-changed", id: row.id, sweep, details }, now);
}

/** What is to come is as if it had never been; what is running ends. */
export async function removeClosure(
  tx: Tx,
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
  const end = instantOf(epochMinute(now) + 1);
  if (Temporal.Instant.compare(end, row.ends_at) >= 0) throw closureNotFound();
  if (Temporal.Instant.compare(row.starts_at, end) >= 0) {
    await deleteClosure(tx, row.id);
    return "closure-removed";
  }
  await endClosure(tx, row.id, end);
  return "closure-ended";
}

async function insert(tx: Tx, ministry: MinistryStaff, row: ClosureRow, now: Temporal.Instant): Promise<string> {
  const sweep = await beginSweep(tx, extentOfRow(row), now);
  await insertClosure(tx, { ...row, sweep }, now, ministry.employeeId);
  return sweep;
}

async function checked(
  tx: Read,
  request: ClosureRequest,
  replaced: string | null,
  now: Temporal.Instant,
): Promise<ClosureRow> {
  const regions = (await allRegions(tx)).flatMap(({ name }) => name ?? []);
  refuseFields(closureErrors(request, regions, dateOf(now).toString(), epochMinute(now)));
  const { from, to } = closureInterval(request);
  const row: ClosureRow = {
    id: randomUUIDv7(),
    region: request.region,
    starts_at: instantOf(from),
    ends_at: instantOf(to),
    reason: tidy(request.reason),
    sweep: null,
  };
  const other = await overlappingClosure(tx, row, replaced);
  if (other) refuseFields([{ field: "from", code: "closure-overlaps", values: { reason: other.reason } }]);
  return row;
}

async function existing(tx: Read, id: string, now: Temporal.Instant): Promise<ClosureRow> {
  const row = await closureById(tx, id);
  if (!row || Temporal.Instant.compare(row.ends_at, now) <= 0) throw closureNotFound();
  return row;
}

const closureNotFound = () => new Refusal(404, "closure-not-found");

const extentOfRow = ({ region, starts_at, ends_at }: ClosureRow): Extent => ({ region, from: starts_at, to: ends_at });

const told = ({ region, starts_at, ends_at, reason }: ClosureRow) => ({
  region,
  from: offsetText(starts_at),
  to: offsetText(ends_at),
  reason,
});
