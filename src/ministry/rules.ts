import { line, plainLines, type Rule, serviceGroup, webAddress } from "../offices/cells.ts";
import { SERVICE_SETTINGS } from "../offices/office-settings.ts";
import { itemErrors } from "../offices/to-bring/items-to-bring.ts";
import type { FieldError } from "../platform/refusal.ts";
import { type Interval, localDay, minuteOfDay } from "../platform/time.ts";
import type {
  ClosureRequest,
  Holiday,
  HolidayRequest,
  Holidays,
  LetterFrameRequest,
  MissingHoliday,
  NewServiceRequest,
  TranslationRequest,
} from "./contract.ts";

/** What the ministry may ask for. Pure; the same answers for the forms and the API. */

/** Nobody closes the nation for ten years by a slip of the finger. */
const MOST_DAYS = 92;
const LONGEST_REASON = 120;
const LONGEST_NAME = 100;

export interface ClosureFacts {
  readonly regions: readonly string[];
  readonly today: string;
  readonly nowMinute: number;
  /** Of the one that is changed, when it is running: its beginning is over, and may stay */
  readonly begun: ClosureBeginning | null;
}

export type ClosureBeginning = Pick<ClosureRequest, "from" | "fromTime">;

/** Dates and times as ISO text compare as text. */
export function closureErrors(wish: ClosureRequest, { regions, today, nowMinute, begun }: ClosureFacts): FieldError[] {
  const errors = [...textErrors("reason", wish.reason, "closure-reason-required", LONGEST_REASON)];
  if (wish.region !== null && !regions.includes(wish.region)) errors.push({ field: "region", code: "region-unknown" });
  const isAsBegun = wish.from === begun?.from && wish.fromTime === begun.fromTime;
  if (wish.from < today && !isAsBegun) errors.push({ field: "from", code: "date-past" });
  return [...errors, ...endErrors(wish, nowMinute)];
}

function endErrors(wish: ClosureRequest, nowMinute: number): FieldError[] {
  const { from, fromTime, to, toTime } = wish;
  if (to < from) return [{ field: "to", code: "range-inverted" }];
  if (daysBetween(from, to) > MOST_DAYS) return [{ field: "to", code: "closure-too-long", values: { max: MOST_DAYS } }];
  if (from === to && toTime <= fromTime) return [{ field: "toTime", code: "hours-inverted" }];
  const interval = closureInterval(wish);
  if (interval.to <= interval.from) return [{ field: "toTime", code: "hours-inverted" }];
  return interval.to <= nowMinute ? [{ field: "toTime", code: "closure-past" }] : [];
}

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days + 1;

/** In epoch minutes. */
export function closureInterval({ from, fromTime, to, toTime }: ClosureRequest): Interval {
  return { from: minuteAt(from, fromTime), to: minuteAt(to, toTime) };
}

/** Of a holiday: from when work stops to the end of the day. */
export const holidayInterval = (date: string, closedFrom: string): Interval => ({
  from: minuteAt(date, closedFrom),
  to: minuteAt(date, "24:00"),
});

const minuteAt = (date: string, time: string): number => localDay(Temporal.PlainDate.from(date)).at(minuteOfDay(time));

export function holidayErrors({ date, name, nameEn }: Omit<HolidayRequest, "closedFrom">, today: string): FieldError[] {
  return [
    ...holidayDateErrors(date, today),
    ...textErrors("name", name, "field-required", LONGEST_NAME),
    ...textErrors("nameEn", nameEn, "field-required", LONGEST_NAME),
  ];
}

export const holidayDateErrors = (date: string, today: string): FieldError[] =>
  date < today ? [{ field: "date", code: "date-past" }] : [];

function textErrors(field: string, text: string, missing: string, max: number): FieldError[] {
  return text.trim() === "" ? [{ field, code: missing }] : faultOf(field, line(max), text);
}

function faultOf(field: string, rule: Rule<unknown>, value: unknown): FieldError[] {
  const checked = rule(value);
  if ("value" in checked) return [];
  return [{ field, code: checked.fault, ...(checked.values && { values: checked.values }) }];
}

const SERVICE_RULES: Readonly<Record<string, Rule<unknown>>> = {
  name: line(300),
  shortName: line(40),
  nameEn: line(300),
  minutes: SERVICE_SETTINGS.minutes.rule,
  onlineUrl: webAddress,
  entranceGroup: serviceGroup,
};
const MAY_BE_BLANK = ["onlineUrl", "entranceGroup"];

/** Of whatever fields are given. */
export function serviceErrors(wish: Partial<NewServiceRequest>): FieldError[] {
  const { code, toBring = [], ...fields } = wish;
  const errors: FieldError[] = itemErrors(toBring);
  if (code !== undefined && !/^[a-z0-9][a-z0-9-]{0,39}$/.test(code))
    errors.push({ field: "code", code: "service-code-malformed" });
  for (const [field, value] of Object.entries(fields)) {
    const isBlank = value === null || String(value).trim() === "";
    if (!isBlank) errors.push(...faultOf(field, SERVICE_RULES[field] as Rule<unknown>, value));
    else if (!MAY_BE_BLANK.includes(field)) errors.push({ field, code: "field-required" });
  }
  return errors;
}

const FRAME_RULES = { foot: plainLines(1000), footEn: plainLines(1000) } as const;

export const letterFrameErrors = ({ senderName, ...feet }: LetterFrameRequest): FieldError[] => [
  ...textErrors("senderName", senderName, "field-required", 60),
  ...(["foot", "footEn"] as const).flatMap((field) => faultOf(field, FRAME_RULES[field], feet[field] ?? "")),
];

/** How often citizens may change the time of one appointment themselves */
export const MOVE_LIMIT = { min: 1, max: 20 } as const;

export function moveLimitErrors({ moves }: { readonly moves: number }): FieldError[] {
  const { min, max } = MOVE_LIMIT;
  const isWithin = Number.isInteger(moves) && min <= moves && moves <= max;
  return isWithin ? [] : [{ field: "moves", code: "number-out-of-range", values: { min, max } }];
}

const LONGEST_TRANSLATION = 3_000;

/** A mark of HTML would stand in them as it is typed. */
export const translationErrors = ({ words }: TranslationRequest): FieldError[] =>
  faultOf("words", plainLines(LONGEST_TRANSLATION), words ?? "");

type Named = Pick<Holiday, "date" | "name" | "nameEn" | "closedFrom">;

/** What each holiday of the table is beside the computed ones, and what became of those that are not there. */
export function besideDefaults<Row extends Named>(
  rows: readonly Row[],
  defaults: readonly Named[],
): { holidays: (Row & Pick<Holiday, "origin" | "defaultDate">)[]; missing: Holidays["missing"] } {
  const byName = new Map(defaults.map((one) => [one.name, one]));
  const holidays = rows.map((row) => ({ ...row, ...originOf(row, byName.get(row.name), defaults) }));
  const names = new Set(rows.map(({ name }) => name));
  const missing = defaults.filter(({ name }) => !names.has(name)).flatMap((one) => fateOf(one, rows, byName));
  return { holidays, missing };
}

function originOf(
  row: Named,
  own: Named | undefined,
  defaults: readonly Named[],
): Pick<Holiday, "origin" | "defaultDate"> {
  if (own && own.date !== row.date) return { origin: "moved", defaultDate: own.date };
  const isAsComputed = own && own.closedFrom === row.closedFrom && own.nameEn === row.nameEn;
  if (isAsComputed) return { origin: "default", defaultDate: null };
  const isOnOne = defaults.some(({ date }) => date === row.date);
  return { origin: isOnOne ? "changed" : "added", defaultDate: null };
}

/** Under another name it is there all the same, unless that is a holiday of its own. */
function fateOf(one: Named, rows: readonly Named[], byName: ReadonlyMap<string, Named>): MissingHoliday[] {
  const there = rows.find(({ date }) => date === one.date);
  if (!there) return [{ ...one, why: "removed", coincidesWith: null }];
  return byName.has(there.name) ? [{ ...one, why: "coincides", coincidesWith: there.name }] : [];
}
