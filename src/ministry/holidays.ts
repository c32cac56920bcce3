import type { MinistryStaff } from "../identity/ministry-access.ts";
import type { AcrossOffices, Read, Tx } from "../platform/database/sql.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import { tidy } from "../platform/text/names.ts";
import { clockText, clockTextOf, dateOf, minuteOfDay } from "../platform/time.ts";
import type { HolidayPatch, HolidayRequest, Holidays, Ruled, RulingPreview } from "./contract.ts";
import { extentOf, type TimeExtent } from "./extent.ts";
import {
  type DefaultHoliday,
  defaultHolidays,
  deleteHolidayRow,
  type HolidayRow,
  holidayOn,
  holidaysOf,
  insertHoliday,
} from "./holidays-sql.ts";
import { beginSweep, ruled } from "./rule.ts";
import { besideDefaults, holidayDateErrors, holidayErrors, holidayInterval } from "./rules.ts";
import { countConcerned, countReopened, lockRulings, progressOf } from "./sweep-sql.ts";

/** Αργίες: computed, and corrected by the ministry, whose table wins (1 May 2027 falls on Holy Saturday and is moved). */

export async function listHolidays(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  year: number,
  now: Temporal.Instant,
): Promise<Holidays> {
  const rows = await holidaysOf(tx, year);
  const sweeps = await progressOf(
    tx,
    rows.map(({ sweep }) => sweep),
  );
  const defaults = (await defaultHolidays(tx, year)).map(named);
  const listed = rows.map((row) => ({ ...named(row), version: row.version, sweep: sweeps.get(row.sweep) ?? null }));
  return {
    now: { date: dateOf(now).toString(), time: clockTextOf(now) },
    year,
    ...besideDefaults(listed, defaults),
  };
}

const named = ({ date, name, name_en, closed_from_minute }: DefaultHoliday) => ({
  date: date.toString(),
  name,
  nameEn: name_en,
  closedFrom: clockText(closed_from_minute),
});

/** What a holiday would close, and the date of the one that it would replace. */
export interface HolidayTime extends Pick<HolidayRequest, "date" | "closedFrom"> {
  readonly replaces: string | undefined;
}

/**
 * How many appointments stand in the time that closes.
 * @throws Refusal 422 at the date when it is over or another holiday's
 */
export async function previewHoliday(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  { date, closedFrom, replaces }: HolidayTime,
  now: Temporal.Instant,
): Promise<RulingPreview> {
  refuseFields(holidayDateErrors(date, dateOf(now).toString()));
  if (date !== replaces) await requireFree(tx, date);
  return countConcerned(tx, extentOf(holidayInterval(date, closedFrom)), now);
}

/** @throws Refusal 422 at the fields */
export async function addHoliday(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  request: HolidayRequest,
  now: Temporal.Instant,
): Promise<Ruled> {
  await lockRulings(tx);
  refuseFields(holidayErrors(request, dateOf(now).toString()));
  await requireFree(tx, request.date);
  const row = { ...rowOf(request), version: 1 };
  const sweep = await beginSweep(tx, extentOfRow(row), now);
  await insertHoliday(tx, { ...row, sweep });
  return ruled(tx, ministry, { act: "holiday-added", id: request.date, sweep, details: { after: named(row) } }, now);
}

/** A holiday as somebody saw it. */
export interface SeenHoliday {
  readonly date: string;
  readonly version: number;
}

/**
 * Another name or hour, or another date.
 * @throws Refusal 404, 412 when somebody else has changed it, 422 at the fields
 */
export async function changeHoliday(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  { patch, ...seen }: SeenHoliday & { readonly patch: HolidayPatch },
  now: Temporal.Instant,
): Promise<Ruled> {
  await lockRulings(tx);
  const before = await existing(tx, seen, now);
  const { date, version } = seen;
  const wish = { ...named(before), ...patch };
  refuseFields(holidayErrors(wish, dateOf(now).toString()));
  if (wish.date !== date) await requireFree(tx, wish.date);
  const row = { ...rowOf(wish), version: version + 1 };
  const sweep = await beginSweep(tx, extentOfRow(row), now);
  const isSameTime = wish.date === date && row.closed_from_minute === before.closed_from_minute;
  await deleteHolidayRow(tx, before.date);
  await insertHoliday(tx, { ...row, sweep: isSameTime ? before.sweep : sweep });
  const details = { before: named(before), after: named(row) };
  return ruled(tx, ministry, { act: "holiday-changed", id: wish.date, sweep, details }, now);
}

/** @throws Refusal 404, 409 when it is over, 412 when somebody else has changed it */
export async function previewHolidayRemoval(
  tx: AcrossOffices,
  _ministry: MinistryStaff,
  seen: SeenHoliday,
  now: Temporal.Instant,
): Promise<RulingPreview> {
  const row = await existing(tx, seen, now);
  return countReopened(tx, extentOfRow(row), { holiday: seen.date }, now);
}

export async function removeHoliday(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  seen: SeenHoliday,
  now: Temporal.Instant,
): Promise<Ruled> {
  await lockRulings(tx);
  const before = await existing(tx, seen, now);
  const sweep = await beginSweep(tx, extentOfRow(before), now);
  await deleteHolidayRow(tx, before.date);
  return ruled(tx, ministry, { act: "holiday-removed", id: seen.date, sweep, details: { before: named(before) } }, now);
}

const rowOf = ({ date, name, nameEn, closedFrom }: HolidayRequest): DefaultHoliday => ({
  date: Temporal.PlainDate.from(date),
  name: tidy(name),
  name_en: tidy(nameEn),
  closed_from_minute: minuteOfDay(closedFrom),
});

const extentOfRow = ({ date, closed_from_minute }: DefaultHoliday): TimeExtent =>
  extentOf(holidayInterval(date.toString(), clockText(closed_from_minute)));

async function requireFree(tx: Read, date: string): Promise<void> {
  const other = await holidayOn(tx, date);
  if (other) refuseFields([{ field: "date", code: "holiday-date-taken", values: { name: other.name } }]);
}

async function existing(tx: Read, { date, version }: SeenHoliday, now: Temporal.Instant): Promise<HolidayRow> {
  const row = await holidayOn(tx, date);
  if (!row) throw new Refusal(404, "holiday-not-found");
  if (row.version !== version)
    throw new Refusal(412, "version-stale", {
      values: { words: "holiday-stale" },
      extensions: { current: { ...named(row), version: row.version } },
    });
  if (date < dateOf(now).toString()) throw new Refusal(409, "holiday-over");
  return row;
}
