import type { AcrossOffices } from "../../platform/database/sql.ts";

export interface DemandRow {
  readonly service: string;
  readonly draw: number;
  readonly wishes: number;
  /** Of all offices, those that were drawn */
  readonly places: number;
}

/** Of each service that had a draw for a day since then, as its last one was. */
export const demandOfServices = (tx: AcrossOffices, since: Temporal.PlainDate): Promise<DemandRow[]> =>
  tx.sql<DemandRow>`select service, draw, wishes, places from last_draws_of_services(${since})`;
