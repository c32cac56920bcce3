import { createHash } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import { factsOfOffice } from "../appointments/facts.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { clockTextOf, dateOf, epochMinute, instantOf, localDay } from "../platform/time.ts";
import { type Columns, columnsOf } from "./columns.ts";
import type { DiaryRequest } from "./contract.ts";
import { newPlan, type Plan, type PlannedRow, placeRow, visitKey } from "./plan.ts";
import { linesOf } from "./read-lines.ts";
import { type ReadRow, readRows } from "./read-row.ts";
import { offeredServices, visitsBetween } from "./sql.ts";

/** Nobody books further ahead in a paper diary; a year that is wrong by one digit would be. */
const DAYS_AHEAD = 400;
/** So many rows are planned at a time; then others are served. */
const AT_ONCE = 200;

/** The diary as it would be booked at this moment. Nothing is written. */
export interface DiaryPlan {
  readonly read: Columns;
  readonly rows: readonly PlannedRow[];
  /** Lines that hold no visit */
  readonly skipped: number;
  readonly plan: Plan;
  /** Of all that was decided: the same again only if nothing has changed */
  readonly fingerprint: string;
}

/** @throws Refusal 422 when the text is no table */
export async function planDiary(
  tx: Read,
  office: OperableOffice,
  { text, service, queue, corrections = {} }: DiaryRequest,
  now: Temporal.Instant,
): Promise<DiaryPlan> {
  const lines = linesOf(text);
  const today = dateOf(now);
  const read = columnsOf(lines, today);
  const services = await offeredServices(tx, office.id);
  const reading = { columns: read.columns, corrections, services, usualService: service, today };
  const rows = (await readRows(read.body, reading)).map((row) => nearEnough(row, today));
  if (rows.length === 0) throw new Refusal(422, "diary-empty");
  const last = lastDate(rows, today);
  const facts = await factsOfOffice(tx, office, today, last);
  const [from, to] = [instantOf(localDay(today).from), instantOf(localDay(last).to)];
  const visits = await visitsBetween(tx, office.id, from, to);
  const plan = newPlan({
    facts,
    minutesOf: new Map(services.map(({ code, minutes }) => [code, minutes])),
    queue,
    there: new Set(
      visits.map((visit) =>
        visitKey(dateOf(visit.starts_at).toString(), clockTextOf(visit.starts_at), visit.last_name, visit.first_name),
      ),
    ),
    nowMinute: epochMinute(now),
  });
  const planned = await placeAll(plan, rows);
  return { read, rows: planned, skipped: read.body.length - rows.length, plan, fingerprint: fingerprintOf(planned) };
}

async function placeAll(plan: Plan, rows: readonly ReadRow[]): Promise<PlannedRow[]> {
  const planned: PlannedRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await breathe();
    planned.push(placeRow(plan, row));
  }
  return planned;
}

function nearEnough(row: ReadRow, today: Temporal.PlainDate): ReadRow {
  const isFar = row.date && Temporal.PlainDate.compare(row.date, today.add({ days: DAYS_AHEAD })) > 0;
  return isFar ? { ...row, errors: [...row.errors, { field: "date", code: "diary-date-far" }] } : row;
}

const lastDate = (rows: readonly ReadRow[], today: Temporal.PlainDate): Temporal.PlainDate =>
  rows.reduce(
    (last, { date, errors }) =>
      date && errors.length === 0 && Temporal.PlainDate.compare(date, last) > 0 ? date : last,
    today,
  );

function fingerprintOf(rows: readonly PlannedRow[]): string {
  const decided = rows.map(({ row, verdict, lastName, firstName, phone, service, date, time, place }) =>
    [row, verdict, lastName, firstName, phone, service, date?.toString(), time, place?.queue, place?.visit.to].join(
      "\t",
    ),
  );
  return createHash("sha256").update(decided.join("\n")).digest("base64url").slice(0, 22);
}
