import { createHash } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import { factsOfOffice } from "../appointments/place/facts.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { clockTextOf, dateOf, epochMinute, instantOf, localDay } from "../platform/time.ts";
import { newPlan, type PlannedDays, type PlannedRow, placeRow, type Terms, visitKey } from "./plan.ts";
import type { ReadDiary } from "./read-diary.ts";
import type { ReadRow } from "./read-row.ts";
import { liveVisits, offeredServices } from "./sql.ts";

/** So many rows are planned at a time; then others are served. */
const AT_ONCE = 200;

/** The diary as it would be booked at this moment. Nothing is written. */
export interface DiaryPlan {
  readonly diary: ReadDiary;
  readonly rows: readonly PlannedRow[];
  readonly plan: PlannedDays;
  /** Of all that was decided: the same again only if nothing has changed */
  readonly fingerprint: string;
}

/** The office as the rows find it: now, on the days that they name. */
export async function termsOf(
  tx: Read,
  office: OperableOffice,
  { last, queue }: ReadDiary,
  now: Temporal.Instant,
): Promise<Terms> {
  const today = dateOf(now);
  const [from, to] = [instantOf(localDay(today).from), instantOf(localDay(last).to)];
  const services = await offeredServices(tx, office.id);
  const facts = await factsOfOffice(tx, office, today, last);
  const visits = await liveVisits(tx, office.id, from, to);
  return {
    facts,
    minutesOf: new Map(services.map(({ code, minutes }) => [code, minutes])),
    queue,
    there: new Set(
      visits.map((visit) =>
        visitKey(dateOf(visit.starts_at).toString(), clockTextOf(visit.starts_at), visit.last_name, visit.first_name),
      ),
    ),
    nowMinute: epochMinute(now),
  };
}

export async function planDiary(diary: ReadDiary, terms: Terms): Promise<DiaryPlan> {
  const plan = newPlan(terms);
  const rows = await placeAll(plan, diary.rows);
  return { diary, rows, plan, fingerprint: fingerprintOf(rows, diary) };
}

async function placeAll(plan: PlannedDays, rows: readonly ReadRow[]): Promise<PlannedRow[]> {
  const planned: PlannedRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await breathe();
    planned.push(placeRow(plan, row));
  }
  return planned;
}

function fingerprintOf(rows: readonly PlannedRow[], { unread, onPaper }: ReadDiary): string {
  const decided = rows.map(({ row, verdict, lastName, firstName, phone, service, date, time, place }) =>
    [row, verdict, lastName, firstName, phone, service, date?.toString(), time, place?.queue, place?.visit.to].join(
      "\t",
    ),
  );
  const left = [unread, onPaper].map((cells) => cells.map(({ id }) => id).join(" "));
  return createHash("sha256")
    .update([...decided, ...left].join("\n"))
    .digest("base64url")
    .slice(0, 22);
}
