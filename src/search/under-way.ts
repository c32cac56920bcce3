import { randomUUIDv7 } from "node:crypto";
import { record } from "../audit/record.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { beginSearch, replaceSearch, type SearchUnderWay, searchUnderWay } from "./under-way-sql.ts";

export const SETTLED_AFTER_SECONDS = 10;

/**
 * Records a search before the clerk sees its result. A clerk types letter by letter: a text that goes on from the one
 * before makes no entry of its own, any other settles that one first. The last one is settled by the sweep. Ends the
 * transaction.
 */
export async function recordSearch(
  tx: Tx,
  office: OperableOffice,
  before: SearchUnderWay | null,
  sought: Omit<SearchUnderWay, "id">,
): Promise<void> {
  const search = { ...sought, id: randomUUIDv7() };
  if (!before) {
    if (await beginSearch(tx, office.id, office.employeeId, search)) return;
    const begun = await searchUnderWay(tx, office.id, office.employeeId);
    return recordSearch(tx, office, begun, sought);
  }
  if (goesOn(before, search)) return replaceSearch(tx, office.id, office.employeeId, goingOn(before, search));
  const { people, appointments } = before;
  await Promise.all([
    record(tx, office, { act: "person-searched", details: { people }, appointments }, before.at),
    replaceSearch(tx, office.id, office.employeeId, search),
  ]);
}

/** What the first letters have shown was seen too. */
const goingOn = (before: SearchUnderWay, search: SearchUnderWay): SearchUnderWay => ({
  ...search,
  id: before.id,
  appointments: [...new Set([...before.appointments, ...search.appointments])],
});

const goesOn = (before: SearchUnderWay, { text, at }: SearchUnderWay): boolean =>
  text.startsWith(before.text) && Temporal.Instant.compare(at, before.at.add({ seconds: SETTLED_AFTER_SECONDS })) <= 0;
