import { IDENTITY_KINDS, type PublishedRecord } from "../rule/draw-record.ts";

/**
 * What `publishedRecord` of record-schema.ts refuses, for a page that has no room for Zod; a test holds the two together. Null: it is a
 * draw's file; else what of it is not as it should be, such as «wishes[3].kind».
 */
export function faultInRecord(value: unknown): string | null {
  const fault = record(value);
  return fault === null ? null : fault.replace(/^\./, "");
}

export const isRecord = (value: unknown): value is PublishedRecord => record(value) === null;

/** Null: as it should be; else where within the value it is not, "" for all of it. */
type Check = (value: unknown) => string | null;

const isSo =
  (holds: (value: unknown) => boolean): Check =>
  (value) =>
    holds(value) ? null : "";

const text = (pattern: RegExp): Check => isSo((value) => typeof value === "string" && pattern.test(value));

const oneOf = (...values: readonly unknown[]): Check => isSo((value) => values.includes(value));

const whole = (least: number, most = Number.MAX_SAFE_INTEGER): Check =>
  isSo((value) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most);

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? null : check(value);

const listOf =
  (check: Check, least = 0): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least ? firstFault(value, () => check) : "";

const pair =
  (...checks: readonly [Check, Check]): Check =>
  (value) =>
    Array.isArray(value) && value.length === checks.length ? firstFault(value, (at) => checks[at] as Check) : "";

function firstFault(items: readonly unknown[], checkAt: (at: number) => Check): string | null {
  for (const [at, item] of items.entries()) {
    const fault = checkAt(at)(item);
    if (fault !== null) return `[${at}]${fault}`;
  }
  return null;
}

type Fields = Readonly<Record<string, Check>>;

/** These and no others. */
const fields = (needed: Fields, optional: Fields = {}): Check => {
  const checks = new Map(Object.entries({ ...needed, ...optional }));
  return (value) => {
    if (!isObject(value)) return "";
    const given = new Map(Object.entries(value));
    for (const name of [...Object.keys(needed), ...given.keys()]) {
      const check = checks.get(name);
      const fault = check && given.has(name) ? check(given.get(name)) : "";
      if (fault !== null) return `.${name}${fault}`;
    }
    return null;
  };
};

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Of some forms the one that its `what` names. */
const formOf = (forms: Readonly<Record<string, Fields>>): Check => {
  const checks = new Map(
    Object.entries(forms).map(([what, needed]) => [what, fields({ what: oneOf(what), ...needed })]),
  );
  return (value) => {
    if (!isObject(value)) return "";
    const check = checks.get("what" in value ? String(value.what) : "");
    return check ? check(value) : ".what";
  };
};

function isDate(value: unknown): boolean {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

const hash = text(/^[\da-f]{64}$/);
const number = text(/^\d{4,8}$/);
const units = whole(1, 20);
const date = isSo(isDate);
const part = whole(0, 5);
const office = isSo((value) => typeof value === "string" && value.length >= 1 && value.length <= 20);
const cell = { office, date, part };
const place = { ...cell, at: whole(0) };
const allotment = fields({ number, ...place, choice: orNull(whole(1)) });
const wish = fields({
  number,
  kind: oneOf(...IDENTITY_KINDS),
  units,
  dayParts: listOf(pair(date, part), 1),
  offices: listOf(office, 1),
  first: oneOf("day", "office"),
  others: oneOf(true, false),
  salt: text(/^[\da-f]{32}$/),
});
const event = formOf({
  "gave-back": { number },
  left: { number },
  lost: { number },
  closed: place,
  opened: {},
});

const orderFields = {
  rule: oneOf("1.0"),
  draw: whole(1),
  secretSeal: hash,
  secret: hash,
  listSeal: hash,
  auditHead: hash,
  seed: hash,
  order: listOf(number),
};
const withWishes = fields({
  ...orderFields,
  bounds: fields({}, Object.fromEntries(IDENTITY_KINDS.map((kind) => [kind, whole(0)]))),
  places: listOf(fields({ ...cell, runs: listOf(whole(1, 100)) })),
  wishes: listOf(wish),
  allotments: listOf(allotment),
  events: listOf(event),
  passed: listOf(allotment),
});
const withoutWishes = fields({ ...orderFields, hashes: listOf(pair(number, hash)), held: listOf(number) });

const record: Check = (value) => (isObject(value) && "hashes" in value ? withoutWishes(value) : withWishes(value));
