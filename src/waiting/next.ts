import { randomUUIDv7 } from "node:crypto";
import { lockDays } from "../appointments/place/locks.ts";
import { record } from "../audit/record.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { requireAbsent } from "./absent.ts";
import type { Next, NextRequest, SeenVisit } from "./contract.ts";
import { type VisitHere, whoIsHere } from "./here.ts";
import { isBeingServed, isSameVisit, lineOf, type Waiting } from "./rules.ts";
import { requireServingQueue } from "./serving-queue.ts";
import { takeStep } from "./take-step.ts";
import { takeTurn } from "./turn.ts";

/**
 * «Επόμενος»: what is served at a queue's counter ends, and whoever is due first there begins, or somebody of the clerk's
 * choice; where a screen shows who is called, they are called first, and begin once they are chosen. Under the day's lock, so
 * that two counters never get one person.
 * @throws Refusal 409 when something else is served there than the clerk saw, who was chosen has gone on, who was called may
 *   still come, or nobody waits; 422 for a choice without the reason that it needs
 */
export async function serveNext(
  tx: Tx,
  office: OperableOffice,
  queue: number,
  request: NextRequest & { readonly now: Temporal.Instant },
): Promise<Next> {
  const { ends, beside = [], starts, leaves = [], reason, now } = request;
  const date = dateOf(now);
  await lockDays(tx, office.id, date);
  await requireServingQueue(tx, office, queue, now);
  const { visits, waiting, terms } = await whoIsHere(tx, office, date);
  const served = visits.filter(({ shown }) => isBeingServed(queue, shown));
  requireSame(served, [...ends, ...beside]);
  const line = lineOf(queue, waiting);
  const chosen = starts && chosenOf(line, starts);
  if (chosen) await takeTurn(tx, office, { line, hasDisplay: terms.hasDisplay }, { queue, id: chosen.id, reason, now });
  const absent = chosen || !terms.hasDisplay ? [] : await requireAbsent(tx, office, { queue, line, leaves, date });
  const first = chosen ?? line.find(({ id }) => !absent.some((each) => each.id === id));
  const over = served.filter(({ shown }) => ends.some(({ id }) => id === shown.id));
  if (!first && over.length === 0 && absent.length === 0) throw new Refusal(409, "nobody-waits");
  const act = { id: randomUUIDv7(), queue, now };
  const here = (one: Waiting) => visits.find(({ shown }) => shown.id === one.id) as VisitHere;
  const ended = await inOrder(over, (visit) => takeStep(tx, office, visit, { ...act, step: "completion" }));
  const left = await inOrder(absent, (one) => takeStep(tx, office, here(one), { ...act, step: "departure" }));
  const step = terms.hasDisplay && first?.counter !== queue ? "call" : "service-start";
  const taken = first ? await takeStep(tx, office, here(first), { ...act, step }) : null;
  const details = { queue, ended: ended.length, started: taken ? 1 : 0, date: date.toString() };
  await record(tx, office, { id: act.id, act: "next-served", details }, now);
  const [called, started] = step === "call" ? [taken, null] : [null, taken];
  return { id: act.id, ended, left, started, called };
}

/** Pressed twice, or at two desks of one queue: the second press has seen another picture. */
function requireSame(served: readonly VisitHere[], seen: readonly SeenVisit[]): void {
  if (served.length === seen.length && served.every(({ shown }) => seen.some((each) => isSameVisit(each, shown))))
    return;
  throw new Refusal(409, "next-stale");
}

function chosenOf(line: readonly Waiting[], seen: SeenVisit): Waiting {
  const chosen = line.find((each) => isSameVisit(each, seen));
  if (!chosen) throw new Refusal(409, "next-taken");
  return chosen;
}

/** One after the other: all of them are statements of one transaction. */
async function inOrder<One, Done>(all: readonly One[], work: (one: One) => Promise<Done>): Promise<Done[]> {
  const done: Done[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}
