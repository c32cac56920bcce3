import type { Tx } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import type { AppointmentRow } from "../sql.ts";
import { isOver, type Status, type TicketStatus } from "../statuses.ts";
import { VISIT_LETTER } from "./day-line.ts";
import { withdrawInVain } from "./in-vain-sql.ts";
import {
  giveVisitNumber,
  insertLineCall,
  isCalledTo,
  type LineCall,
  numberOfVisit,
  withdrawLineCall,
} from "./line-sql.ts";

/** An act on somebody who has come, with an appointment or with a number. */
interface LineAct {
  readonly kind: string;
  readonly at: Temporal.Instant;
  /** The version whose act it takes back */
  readonly undoes?: number | null | undefined;
  /** When it happened by what was noted on paper: nobody waits by then */
  readonly paperAt?: Temporal.Instant | null | undefined;
}

/** What the office's screens and the citizen's own page show follows each act: who came has a number, who is called a counter. */
export async function followAppointment(
  tx: Tx,
  officeId: number,
  act: LineAct & { readonly after: AppointmentRow },
): Promise<void> {
  const { kind, at, after } = act;
  const date = dateOf(after.starts_at);
  // What was called or noted on its day is taken back on any later one.
  if (act.undoes == null && (act.paperAt || !date.equals(dateOf(at)))) return;
  if (kind === "arrived" || isCall(act)) await giveVisitNumber(tx, officeId, { appointment: after.id, date });
  const numberOf = async () => {
    const number = await numberOfVisit(tx, officeId, { appointment: after.id, date });
    return number === null ? null : { letter: VISIT_LETTER, number };
  };
  const counter = after.counter ?? after.queue;
  await followVisit(tx, officeId, act, {
    visit: after.id,
    version: after.version,
    date,
    counter,
    numberOf,
    status: after.status,
  });
}

const isCall = ({ kind }: LineAct): boolean => kind === "called" || kind === "service-started";

interface Calling extends Pick<LineCall, "visit" | "version" | "date"> {
  readonly counter: number | null;
  readonly status: Status | TicketStatus;
  /** null: there is none to show */
  readonly numberOf: () => Promise<Pick<LineCall, "letter" | "number"> | null>;
}

/**
 * Who begins without having been called there is called by beginning: it is read where they sit. Whose completion is taken
 * back was not in vain.
 */
export async function followVisit(
  tx: Tx,
  officeId: number,
  act: LineAct,
  { numberOf, status, ...calling }: Calling,
): Promise<void> {
  const { visit, counter } = calling;
  if (act.undoes != null && !isOver(status)) await withdrawInVain(tx, officeId, visit);
  if (act.undoes != null) return withdrawLineCall(tx, officeId, { visit, version: act.undoes, at: act.at });
  if (!isCall(act) || act.paperAt || counter === null) return;
  if (act.kind === "service-started" && (await isCalledTo(tx, officeId, { visit, counter }))) return;
  const number = await numberOf();
  if (number) await insertLineCall(tx, officeId, { ...calling, counter, ...number, at: act.at });
}
