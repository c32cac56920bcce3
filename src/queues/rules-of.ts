import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { sqlState } from "../platform/database/transaction.ts";
import { Refusal } from "../platform/refusal.ts";
import { type ChangedRow, queuesAround, type Rules } from "./rule-rows.ts";
import { putBack, readRules } from "./rules-sql.ts";
import { raiseVersions } from "./sql.ts";

/** All the rules of an office, of its exceptions those that end in the minute of `since` or later. */
export const rulesOf = (tx: Read, office: AdministeredOffice, since: Temporal.Instant): Promise<Rules> =>
  readRules(tx, office.id, since);

const EXCLUSION_VIOLATION = "23P01";

/**
 * Puts back what was there before a change. A queue itself is never removed: what was added is put away.
 * @throws Refusal 409 when a later change has put something else in its place
 */
export async function takeBack(tx: Tx, office: AdministeredOffice, changes: readonly ChangedRow[]): Promise<void> {
  await putBack(tx, office.id, changes).catch((error) => {
    throw sqlState(error) === EXCLUSION_VIOLATION ? new Refusal(409, "undo-overtaken") : error;
  });
  await countAround(tx, office, changes);
}

/** What belongs to a queue has changed: whoever saw it before has seen another. */
export const countAround = (tx: Tx, office: AdministeredOffice, changes: readonly ChangedRow[]): Promise<void> =>
  raiseVersions(tx, office.id, queuesAround(changes));
