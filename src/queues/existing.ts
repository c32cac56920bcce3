import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import { employeesOf, type QueueRow, queuesOf } from "./sql.ts";

/** @throws Refusal 404; a queue that was put away stays so */
export async function existing(tx: Read, office: AdministeredOffice, number: number): Promise<QueueRow> {
  const queue = (await queuesOf(tx, office.id)).find((row) => row.number === number && !row.archived);
  if (!queue) throw new Refusal(404, "queue-not-found");
  return queue;
}

/** @throws Refusal 412 when the caller has an older version before her eyes */
export function requireVersion(queue: QueueRow, version: number | null): void {
  if (version !== null && version !== queue.version)
    throw new Refusal(412, "version-stale", { values: { words: "queue-stale" }, extensions: { current: queue } });
}

/** Only who works here by the directory is given a queue (circular §Γ). */
export async function requireEmployee(tx: Read, office: AdministeredOffice, id: number | null | undefined) {
  if (id === null || id === undefined) return null;
  const employee = (await employeesOf(tx, office.id)).find((row) => row.id === id);
  if (!employee) refuseFields([{ field: "employee", code: "employee-not-here" }]);
  return employee ?? null;
}
