import type { Database } from "../../platform/database/transaction.ts";
import type { Clock } from "../../platform/time.ts";
import { clockTextOf, dateTextOf, offsetText } from "../../platform/time.ts";
import { type AppointmentNotice, appointmentNotice } from "../contract.ts";
import { deliver, type Receivers } from "./deliver.ts";
import { signedHeaders } from "./sign.ts";
import { notePartner, type SettledNotice, settleNotice, type TakenNotice } from "./webhook-sql.ts";

export interface NotifyDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly receivers: Receivers;
}

/** After it a notice is given up; it can be asked for again. */
const LONGEST_TRYING = { hours: 72 } as const;
const FIRST_PAUSE_SECONDS = 10;
const LONGEST_PAUSE_SECONDS = 4 * 60 * 60;

/** Tells a partner what became of an appointment, and writes down whether it has heard. */
export async function notify({ db, clock, receivers }: NotifyDeps, notice: TakenNotice): Promise<void> {
  const id = `${notice.id}-${notice.version}`;
  const body = JSON.stringify(appointmentNotice.parse(contentOf(notice)));
  const headers = signedHeaders(notice.secret, { id, body, at: clock() });
  const answer = await deliver(receivers, notice.url, { headers, body });
  const now = clock();
  await db.write({ office: notice.office }, async (tx) => {
    await settleNotice(tx, notice, settledBy(answer, notice, now));
    await notePartner(tx, notice.partner, answer, now);
  });
}

function contentOf(notice: TakenNotice): AppointmentNotice {
  const { kind, at, id, officeCode: office, startsAt, status, transferredTo, version } = notice;
  return {
    type: `appointment.${kind}`,
    timestamp: offsetText(at),
    data: { id, office, date: dateTextOf(startsAt), time: clockTextOf(startsAt), status, transferredTo, version },
  };
}

function settledBy(answer: string | null, { since, attempt }: TakenNotice, now: Temporal.Instant): SettledNotice {
  if (answer === null) return { state: "delivered", dueAt: now, answer };
  const dueAt = now.add({ seconds: pauseSeconds(attempt) });
  const isOver = Temporal.Instant.compare(dueAt, since.add(LONGEST_TRYING)) > 0;
  return { state: isOver ? "given-up" : "planned", dueAt, answer };
}

/** About 10, 20, 40 seconds … at most 4 hours; not all at once. */
const pauseSeconds = (attempt: number): number =>
  Math.round(Math.min(FIRST_PAUSE_SECONDS * 2 ** (attempt - 1), LONGEST_PAUSE_SECONDS) * (0.5 + Math.random()));
