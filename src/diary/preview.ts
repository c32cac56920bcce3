import { setImmediate as breathe } from "node:timers/promises";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Database } from "../platform/database/transaction.ts";
import type { FieldError } from "../platform/refusal.ts";
import { normalizePhone } from "../platform/text/phone.ts";
import { type Language, wordsOf } from "../text/text.ts";
import { type DiaryPreview, type DiaryRequest, type DiaryRow, MAX_SHOWN, VERDICTS, type Verdict } from "./contract.ts";
import { rowLabel } from "./matrix/row-label.ts";
import { alternativesFor, type PlannedRow } from "./plan.ts";
import { type DiaryPlan, planDiary, termsOf } from "./plan-diary.ts";
import { presentedSheet } from "./preview-sheet.ts";
import { type ReadDiary, readDiary, type Table } from "./read-diary.ts";
import { offeredServices, queuesByName } from "./sql.ts";
import "../text/server.ts";

export interface DiaryAsking {
  readonly now: Temporal.Instant;
  readonly language: Language;
}

/** The verdict on each row, before anything is booked. */
export async function previewOf(
  db: Database,
  office: OperableOffice,
  request: DiaryRequest,
  { now, language }: DiaryAsking,
): Promise<DiaryPreview> {
  const diary = await readForOffice(db, office, request, now);
  const terms = await db.read({ office: office.id }, (tx) => termsOf(tx, office, diary, now));
  return presentedPlan(await planDiary(diary, terms), language);
}

/** The text in the light of what the office offers. No connection is held while it is read. */
export async function readForOffice(
  db: Database,
  office: OperableOffice,
  request: DiaryRequest,
  now: Temporal.Instant,
): Promise<ReadDiary> {
  const words = await db.read({ office: office.id }, async (tx) => ({
    services: await offeredServices(tx, office.id),
    queues: await queuesByName(tx, office.id),
  }));
  return readDiary(request, words, now);
}

/** Rows that need a person come first. */
const ORDER: readonly Verdict[] = ["unclear", "collides", "fits", "there", "past", "left-out"];

export async function presentedPlan(plan: DiaryPlan, language: Language): Promise<DiaryPreview> {
  const { rows, fingerprint, diary } = plan;
  const { read } = diary;
  const sorted = rows.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || a.row - b.row);
  return {
    fingerprint,
    columns: [...read.columns],
    hasHeader: read.hasHeader,
    matrix: presentedMatrix(read),
    counts: countsOf(rows),
    span: spanOf(rows),
    faults: await faultsOf(rows, language),
    sheet: presentedSheet(diary, rows),
    unread: diary.unread.length,
    withoutService: rows.filter(({ errors }) => errors.some(({ code }) => code === "diary-service-missing")).length,
    skipped: diary.skipped,
    rows: sorted.slice(0, MAX_SHOWN).map((row) => presentedRow(row, plan, language)),
    isCut: rows.length > MAX_SHOWN,
  };
}

function presentedMatrix({ headRows }: Table): DiaryPreview["matrix"] {
  const [first] = headRows;
  if (!first) return null;
  const heads = headRows.flatMap((row) => row.heads).slice(0, MAX_SHOWN);
  return {
    kind: first.kind,
    heads: heads.map(({ id, written, date, queue, isLeftOut, days }) => ({
      id,
      label: rowLabel(id),
      written,
      queue,
      isLeftOut,
      date: date?.toString() ?? null,
      days: days.map(String),
    })),
  };
}

function countsOf(rows: readonly PlannedRow[]): DiaryPreview["counts"] {
  const pairs = VERDICTS.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length]);
  return { rows: rows.length, ...Object.fromEntries(pairs) };
}

function spanOf(rows: readonly PlannedRow[]): DiaryPreview["span"] {
  const dates = rows.flatMap(({ verdict, date }) => (verdict === "fits" ? [String(date)] : [])).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  return first !== undefined && last !== undefined ? { first, last } : null;
}

const MOST_FAULTS = 5;
/** So many rows are put into words at a time; then others are served. */
const AT_ONCE = 500;

/** A file that is wrong throughout is better told in five lines than in ten thousand. */
async function faultsOf(rows: readonly PlannedRow[], language: Language): Promise<DiaryPreview["faults"]> {
  const counts = new Map<string, number>();
  for (const [index, { verdict, errors }] of rows.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await breathe();
    if (verdict !== "unclear") continue;
    for (const { code, values } of errors) {
      const message = wordsOfFault(language, code, values);
      counts.set(message, (counts.get(message) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([message, count]) => ({ message, rows: count }))
    .sort((a, b) => b.rows - a.rows)
    .slice(0, MOST_FAULTS);
}

function presentedRow(row: PlannedRow, { plan }: DiaryPlan, language: Language): DiaryRow {
  return {
    row: row.row,
    label: rowLabel(row.row),
    cells: [...row.cells],
    verdict: row.verdict,
    date: row.date?.toString() ?? null,
    time: row.time,
    queue: row.place?.queue ?? row.queue,
    minutes: row.place ? row.place.visit.to - row.place.visit.from : row.minutes,
    lastName: row.lastName,
    firstName: row.firstName,
    phone: storedPhone(row.phone),
    email: row.email,
    service: row.service,
    notes: row.notes,
    hints: [...row.hints],
    problems: row.errors.map(({ field, code, values }) => ({
      field,
      code,
      message: wordsOfFault(language, code, values),
    })),
    days: row.days.map(String),
    alternatives: row.verdict === "collides" ? alternativesFor(plan, row) : [],
  };
}

/** Of a diary, «it has just been taken» would be untrue: it may well have been taken by the row above. */
const wordsOfFault = (language: Language, code: string, values: FieldError["values"]): string =>
  wordsOf(language, [`diary.why-${code}`, `field.${code}`, `problem.${code}`], values);

function storedPhone(written: string | null): string | null {
  const phone = normalizePhone(written ?? "");
  return "e164" in phone ? phone.e164 : written;
}
