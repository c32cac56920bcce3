import type { Read } from "../../platform/database/sql.ts";

/** One row: whether the ministry has it switched on. */
export const needsOfferRows = (tx: Read): Promise<{ isOn: boolean }[]> =>
  tx.sql<{ isOn: boolean }>`select is_on as "isOn" from needs_offer`;
