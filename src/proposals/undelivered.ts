import type { Tx } from "../platform/database/sql.ts";
import { planUndelivered, removeUndelivered, type UndeliveredVisit } from "./notify-sql.ts";

/** Whom a letter did not reach is called: stands on the list of the day for which the citizen was expected. */
export const callInstead = (
  tx: Tx,
  officeId: number,
  { visit, was }: { readonly visit: UndeliveredVisit; readonly was: Pick<UndeliveredVisit, "date" | "time"> | null },
  at: Temporal.Instant,
): Promise<void> => planUndelivered(tx, officeId, visit, { was: was ?? visit, at });

/** A letter has arrived after all: nobody need call, unless somebody has begun to. */
export const callNoMore = removeUndelivered;
