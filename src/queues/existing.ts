import { RULE_ACTS } from "../audit/acts.ts";
import { lastActs } from "../audit/record.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import { clockTextOf } from "../platform/time.ts";
import { type ChangedRow, movesDefault, queuesAround, type RuleRow } from "../proposals/rule-rows.ts";
import { employeesOf, type QueueRow, queuesOf, raiseVersions } from "./sql.ts";

/** @throws Refusal 404; a queue that was put away stays so */
export async function existingQueue(tx: Read, office: AdministeredOffice, number: number): Promise<QueueRow> {
  const queue = (await queuesOf(tx, office.id)).find((row) => row.number === number && !row.archived);
  if (!queue) throw new Refusal(404, "queue-not-found");
  return queue;
}

/** A queue as its head saw it; version null: in any. */
export interface SeenQueue {
  readonly number: number;
  readonly version: number | null;
}

/** The same as its head saw it. @throws Refusal 404; 412 with the present state when it is another by now */
export async function asSeen(tx: Read, office: AdministeredOffice, { number, version }: SeenQueue): Promise<QueueRow> {
  const queue = await existingQueue(tx, office, number);
  if (version === null || version === queue.version) return queue;
  const change = await lastChange(tx, office, "queue", ({ number: own, queue: of }) => (own ?? of) === number);
  throw stale("queue-stale", change, queue);
}

interface Change {
  readonly at: string;
  readonly by: string;
}

/** The latest change of rules that touched such a row, as far as the last ones tell. */
export async function lastChange(
  tx: Read,
  office: AdministeredOffice,
  table: "queue" | "exception",
  touches: (row: RuleRow) => boolean,
): Promise<Change | null> {
  const acts = await lastActs(tx, office, RULE_ACTS, { before: null, limit: LOOKED_THROUGH });
  const touched = ({ details }: (typeof acts)[number]) =>
    ((details.changes ?? []) as readonly ChangedRow[]).some(
      (change) =>
        (change.table === "exception") === (table === "exception") &&
        (touches((change.after ?? change.before) as RuleRow) || movesDefault(change)),
    );
  const last = acts.find(touched);
  return last ? { at: clockTextOf(last.at), by: last.by ?? "" } : null;
}

const LOOKED_THROUGH = 20;

/** Another head's change since is told with the refusal, and by whom it was made. */
export const stale = (words: string, change: Change | null, current: object): Refusal =>
  new Refusal(412, "version-stale", {
    values: { words: change ? words : `${words}-undone`, ...change },
    extensions: { current, changedBy: change?.by ?? null },
  });

/**
 * Something that belongs to a queue has changed: a head who saw it before has seen another. Where another one is the default,
 * that is so of each: of two heads who choose at once, the second is told.
 */
export async function countVersionsAround(
  tx: Tx,
  office: AdministeredOffice,
  changes: readonly ChangedRow[],
): Promise<void> {
  const around = queuesAround(changes);
  if (!changes.some(movesDefault)) return raiseVersions(tx, office.id, around);
  const own = changes.filter(({ table }) => table === "queue").map(({ before, after }) => (after ?? before)?.number);
  const others = (await queuesOf(tx, office.id)).map(({ number }) => number).filter((number) => !own.includes(number));
  await raiseVersions(tx, office.id, others);
}

/** Only an employee who works here by the directory is given a queue (circular §Γ). */
export async function requireEmployee(tx: Read, office: AdministeredOffice, id: number | null | undefined) {
  if (id === null || id === undefined) return null;
  const employee = (await employeesOf(tx, office.id)).find((row) => row.id === id);
  if (!employee) refuseFields([{ field: "employee", code: "employee-not-here" }]);
  return employee ?? null;
}
