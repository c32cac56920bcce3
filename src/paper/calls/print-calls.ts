import { record } from "../../audit/record.ts";
import type { OperableOffice } from "../../identity/office-access.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { callsOn } from "../../proposals/call-list.ts";
import type { ListedCall } from "../../proposals/contract.ts";
import type { Print } from "../foot.ts";
import { countPrint, queueNames } from "../sql.ts";

/** The citizens of one day who are to be called, on paper. */
export interface CallSheet {
  readonly office: Pick<OperableOffice, "code" | "name">;
  readonly calls: readonly ListedCall[];
  /** By number */
  readonly queues: ReadonlyMap<number, string>;
  readonly print: Print;
}

/** Recorded before anybody sees it. */
export async function printCalls(
  tx: Tx,
  office: OperableOffice,
  date: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<CallSheet> {
  const { calls } = await callsOn(tx, office, date, now);
  const number = await countPrint(tx, office.id, { sheet: "calls", date }, now);
  const appointments = calls.map(({ appointment }) => appointment.id);
  const details = { date: String(date), rows: calls.length, number };
  await record(tx, office, { act: "calls-printed", details, appointments }, now);
  return {
    office: { code: office.code, name: office.name },
    calls,
    queues: await queueNames(tx, office.id),
    print: { date: String(date), number, by: office.employeeName, at: now },
  };
}
