import { randomUUIDv7 } from "node:crypto";
import { appointmentsOfDay, type OfDay } from "../appointments/of-day.ts";
import { lockDays } from "../appointments/place/locks.ts";
import { progressFor } from "../appointments/progress.ts";
import { STEP_RESULTS } from "../appointments/statuses.ts";
import { record } from "../audit/record.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import type { Next, NextRequest, SeenVisit, ServedVisit } from "./contract.ts";
import { performOnTicket } from "./perform.ts";
import { presentedTicket } from "./present.ts";
import { isBeingServed, lineOf, type Waiting, whoWaits } from "./rules.ts";
import { requireServingQueue } from "./serving-queue.ts";
import { type TicketRow, ticketsOn } from "./sql.ts";

/**
 * «Επόμενος»: what is served in a queue ends, and whoever is due first there begins, or somebody of the clerk's choice. Under
 * the day's lock, so that two counters never get one person.
 * @throws Refusal 409 when something else is served there than the clerk saw, who was chosen has gone on, or nobody waits
 */
export async function serveNext(
  tx: Tx,
  office: OperableOffice,
  queue: number,
  { ends, beside = [], starts, now }: NextRequest & { readonly now: Temporal.Instant },
): Promise<Next> {
  const date = dateOf(now);
  await lockDays(tx, office.id, date);
  await requireServingQueue(tx, office, queue, now);
  const here = await whoIsHere(tx, office, date);
  const served = here.visits.filter(({ shown }) => isBeingServed(queue, shown));
  requireSame(served, [...ends, ...beside]);
  const line = lineOf(queue, here.waiting);
  const first = starts ? chosenOf(line, starts) : line[0];
  const over = served.filter(({ shown }) => ends.some(({ id }) => id === shown.id));
  if (!first && over.length === 0) throw new Refusal(409, "nobody-waits");
  const act = { id: randomUUIDv7(), queue, now };
  const ended = await inOrder(over, (visit) => take(tx, office, visit, { ...act, step: "completion" }));
  const begins = first && (here.visits.find(({ shown }) => shown.id === first.id) as VisitHere);
  const started = begins ? await take(tx, office, begins, { ...act, step: "service-start" }) : null;
  const details = { queue, ended: ended.length, started: started ? 1 : 0, date: date.toString() };
  await record(tx, office, { id: act.id, act: "next-served", details }, now);
  return { id: act.id, ended, started };
}

/** Somebody of today: with an appointment, or with a number. */
type VisitHere =
  | { readonly shown: OfDay["appointment"]; readonly row: OfDay["row"]; readonly ticket: null }
  | { readonly shown: ReturnType<typeof presentedTicket>; readonly row: null; readonly ticket: TicketRow };

async function whoIsHere(
  tx: Tx,
  office: OperableOffice,
  date: Temporal.PlainDate,
): Promise<{ readonly visits: readonly VisitHere[]; readonly waiting: readonly Waiting[] }> {
  const [appointments, rows] = await Promise.all([appointmentsOfDay(tx, office, date), ticketsOn(tx, office.id, date)]);
  const tickets = rows.map((ticket) => ({ shown: presentedTicket(office.code, ticket), row: null, ticket }));
  return {
    visits: [...appointments.map(({ row, appointment }) => ({ shown: appointment, row, ticket: null })), ...tickets],
    waiting: whoWaits(
      appointments.map(({ appointment }) => appointment),
      tickets.map(({ shown }) => shown),
    ),
  };
}

/** Pressed twice, or at two desks of one queue: the second press has seen another picture. */
function requireSame(served: readonly VisitHere[], seen: readonly SeenVisit[]): void {
  const isSame =
    served.length === seen.length &&
    served.every(({ shown }) => seen.some(({ id, version }) => id === shown.id && version === shown.version));
  if (!isSame) throw new Refusal(409, "next-stale");
}

function chosenOf(line: readonly Waiting[], { id, version }: SeenVisit): Waiting {
  const chosen = line.find((each) => each.id === id);
  if (chosen?.version !== version) throw new Refusal(409, "next-taken");
  return chosen;
}

interface Taken {
  readonly step: "completion" | "service-start";
  readonly id: string;
  readonly queue: number;
  readonly now: Temporal.Instant;
}

async function take(
  tx: Tx,
  office: OperableOffice,
  visit: VisitHere,
  { step, id: cause, queue, now }: Taken,
): Promise<ServedVisit> {
  if (visit.row)
    return { appointment: await progressFor(tx, office, { before: visit.row, step, now, cause }), ticket: null };
  const { kind, to } = STEP_RESULTS[step];
  const after = { ...visit.ticket, queue, status: to, status_at: now };
  return {
    appointment: null,
    ticket: await performOnTicket(tx, office, { kind, at: now, before: visit.ticket, after, cause }),
  };
}

/** One after the other: all of them are statements of one transaction. */
async function inOrder<One, Done>(all: readonly One[], work: (one: One) => Promise<Done>): Promise<Done[]> {
  const done: Done[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}
