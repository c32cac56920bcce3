import { record } from "../audit/record.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { whoIsHere } from "./here.ts";
import { lineOf, type Waiting } from "./rules.ts";
import type { OutOfTurnReason } from "./turn-reasons.ts";

/** Whom a counter takes, and why before others. */
interface Turn {
  readonly queue: number;
  readonly id: string;
  readonly reason: OutOfTurnReason | undefined;
  readonly now: Temporal.Instant;
}

/**
 * The one gate of all ways by which somebody is called or served. Whoever is not first in the counter's line is taken with a
 * reason; where no screen shows the order, without one as well. The audit keeps each of them.
 * @throws Refusal 422 when a reason is needed
 */
export async function takeTurn(
  tx: Tx,
  office: OperableOffice,
  { line, hasDisplay }: { readonly line: readonly Waiting[]; readonly hasDisplay: boolean },
  { queue, id, reason, now }: Turn,
): Promise<void> {
  const place = line.findIndex((each) => each.id === id);
  // Whom another counter has called stands in no other line: whoever takes them passes over all.
  const isElsewhere = place === -1;
  const passed = line.slice(0, isElsewhere ? undefined : place).filter(({ counter }) => counter === null).length;
  const isCalledHere = line[place]?.counter === queue;
  if (isCalledHere || (passed === 0 && !isElsewhere)) return;
  if (reason === undefined && hasDisplay)
    throw new Refusal(422, "fields-invalid", {
      errors: [{ field: "reason", code: "turn-reason-missing", values: { count: passed } }],
    });
  const appointment = line[place]?.appointment?.id;
  const details = { reason: reason ?? null, passed, queue, ...(appointment === undefined && { ticket: id }) };
  const about = appointment === undefined ? {} : { appointments: [appointment] };
  await record(tx, office, { act: "served-out-of-turn", details, day: dateOf(now), ...about }, now);
}

/** The same of an act on one visit, whose day is locked: it is looked who else waits. */
export async function requireTurn(tx: Tx, office: OperableOffice, turn: Turn): Promise<void> {
  const { waiting, terms } = await whoIsHere(tx, office, dateOf(turn.now));
  await takeTurn(tx, office, { line: lineOf(turn.queue, waiting), hasDisplay: terms.hasDisplay }, turn);
}
