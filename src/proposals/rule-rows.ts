/**
 * The rules of an office as rows: its queues, their hours, dates and employees for a day, and the exceptions. A change
 * of rules is the rows that it changed; written the other way round it is taken back.
 */

/** Table → the columns that name a row in it, besides its office. */
const KEYS = {
  queue: ["number"],
  queue_hours: ["queue", "weekday", "opens_minute", "valid"],
  queue_activity: ["queue", "valid"],
  queue_substitute: ["queue", "date"],
  exception: ["id"],
} as const;

export type RuleTable = keyof typeof KEYS;
const TABLES = Object.keys(KEYS) as RuleTable[];

/** As PostgreSQL writes it in JSON. */
export type RuleRow = Readonly<Record<string, unknown>>;
export type Rules = Readonly<Record<RuleTable, readonly RuleRow[]>>;

export interface ChangedRow {
  readonly table: RuleTable;
  /** null: it was not there before, or is not there now */
  readonly before: RuleRow | null;
  readonly after: RuleRow | null;
}

/** Which rows differ. Pure. */
export function changesBetween(before: Rules, after: Rules): ChangedRow[] {
  return TABLES.flatMap((table) => {
    const [old, now] = [byKey(table, before[table]), byKey(table, after[table])];
    const keys = [...new Set([...old.keys(), ...now.keys()])];
    return keys.flatMap((key) => {
      const change = { table, before: old.get(key) ?? null, after: now.get(key) ?? null };
      return isSame(change.before, change.after) ? [] : [change];
    });
  });
}

const byKey = (table: RuleTable, rows: readonly RuleRow[]): Map<string, RuleRow> =>
  new Map(rows.map((row) => [keyOf(table, row), row]));

const keyOf = (table: RuleTable, row: RuleRow): string => JSON.stringify(KEYS[table].map((column) => row[column]));

/** Whether every row is as the change left it. Pure. */
export function stillStands(rules: Rules, changes: readonly ChangedRow[]): boolean {
  return changes.every(({ table, before, after }) => {
    const key = keyOf(table, (after ?? before) as RuleRow);
    const present = rules[table].find((row) => keyOf(table, row) === key) ?? null;
    return isSame(present, after);
  });
}

/** A version counts what was written; what stands there may be the same again. */
const isSame = (a: RuleRow | null, b: RuleRow | null): boolean => content(a) === content(b);

/** A column that has come since then was null. */
const content = (row: RuleRow | null): string | null =>
  row && JSON.stringify({ ...row, version: undefined }, (_key, value) => value ?? undefined);

/** Which queue is the default one is a matter of all of them. Pure. */
export const movesDefault = ({ table, before, after }: ChangedRow): boolean =>
  table === "queue" && Boolean(before?.is_default) !== Boolean(after?.is_default);

/** The queues of which something changed that is not in their own row, which has a version by itself. Pure. */
export function queuesAround(changes: readonly ChangedRow[]): number[] {
  const numbers = (isOwn: boolean) =>
    changes
      .filter(({ table }) => table !== "exception" && (table === "queue") === isOwn)
      .map(({ before, after }) => Number((after ?? before)?.[isOwn ? "number" : "queue"]));
  const own = new Set(numbers(true));
  return [...new Set(numbers(false))].filter((number) => !own.has(number));
}
