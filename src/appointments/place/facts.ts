import type { Facts } from "../../availability/facts.ts";
import type { ActingOffice } from "../../identity/acting-office.ts";
import type { Read } from "../../platform/database/sql.ts";
import { offerFacts } from "./facts-sql.ts";

/**
 * For other modules: what decides which times an office offers from `first` to `last`, both included. What the program does by
 * itself asks too, for which nobody acts.
 */
export const factsOfOffice = (
  tx: Read,
  office: Pick<ActingOffice, "id">,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<Facts> => offerFacts(tx, office.id, first, last);
