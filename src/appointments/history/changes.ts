import { isDeepStrictEqual } from "node:util";
import { columnsWhere } from "../field/columns.ts";
import type { AppointmentRow } from "../sql.ts";

/** What an act changed. Pure. */

/** Column → [before, after]; instants as ISO text. */
export type Changes = Readonly<Record<string, readonly [unknown, unknown]>>;

const TRACKED = columnsWhere(({ isTracked }) => isTracked);
const TOLD = columnsWhere(({ isTold }) => isTold === true);

export const changedColumns = (before: AppointmentRow, after: AppointmentRow): Changes =>
  changes(TRACKED, before, after);

/** Whether something has changed that a citizen is told of. */
export const concernsCitizen = (before: AppointmentRow, after: AppointmentRow): boolean =>
  Object.keys(changes(TOLD, before, after)).length > 0;

function changes(columns: typeof TRACKED, before: AppointmentRow, after: AppointmentRow): Changes {
  const pairs = columns.map((column) => [column, plain(before[column]), plain(after[column])] as const);
  return Object.fromEntries(pairs.filter(([, a, b]) => !isSame(a, b)).map(([column, a, b]) => [column, [a, b]]));
}

/** A name was erased, before as after: there is no act to take back (db/functions/forget_companions.sql). */
export const changesNothing = (told: Changes): boolean =>
  Object.keys(told).length > 0 && Object.values(told).every(([before, after]) => isSame(before, after));

/** Lists are the same when they hold the same, in whatever order the database has the names of what is in them. */
const isSame = (a: unknown, b: unknown): boolean => a === b || (Array.isArray(a) && isDeepStrictEqual(a, b));

const plain = (value: unknown): unknown => (value instanceof Temporal.Instant ? value.toString() : value);
