import { callsOfDay } from "../appointments/line/day-line.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import type { SeenVisit } from "./contract.ts";
import { CALLS_BEFORE_ABSENT, isSameVisit, type Waiting } from "./rules.ts";

interface CalledThere {
  readonly queue: number;
  readonly line: readonly Waiting[];
  readonly leaves: readonly SeenVisit[];
  readonly date: Temporal.PlainDate;
}

/**
 * Whom a counter has called and who did not come, once all of them were called twice and the clerk has seen so.
 * @throws Refusal 409 while somebody may still come, or where it is another picture than the clerk's
 */
export async function requireAbsent(
  tx: Read,
  office: OperableOffice,
  { queue, line, leaves, date }: CalledThere,
): Promise<readonly Waiting[]> {
  const called = line.filter(({ counter }) => counter === queue);
  if (called.length === 0 && leaves.length === 0) return [];
  const calls = await callsOfDay(tx, office.id, date);
  const callsOf = ({ id }: Waiting) => calls.filter((each) => each.visit === id && each.counter === queue).length;
  if (called.some((one) => callsOf(one) < CALLS_BEFORE_ABSENT)) throw new Refusal(409, "called-may-come");
  const isSeen =
    leaves.length === called.length && called.every((one) => leaves.some((each) => isSameVisit(each, one)));
  if (!isSeen) throw new Refusal(409, "next-stale");
  return called;
}
