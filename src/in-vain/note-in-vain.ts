import type { OperableOffice } from "../identity/office-access.ts";
import { announceChange } from "../live/announce.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import type { InVain, InVainOfDay, InVainRequest } from "./contract.ts";
import { inVainOf, inVainOn, linesToBring, writeInVain } from "./in-vain-sql.ts";
import { servedToday } from "./visit-of-today.ts";

/**
 * «Ήρθε άδικα»: what had not been said clearly before a visit, until the night counts it for the service
 * (docs/decisions/0065-in-vain-is-our-sentence.md). It is in no history and no audit: it is nobody's figure.
 */

export interface InVainTarget {
  /** An appointment or a number */
  readonly id: string;
  /** The version that was seen; 0: nothing was noted */
  readonly version: number;
  readonly now: Temporal.Instant;
}

/** @throws Refusal 404; 409 unless it was served today; 412 when somebody else has noted it meanwhile; 422 at the fields */
export async function noteInVain(
  tx: Tx,
  office: OperableOffice,
  target: InVainTarget,
  { service, reason, line = null }: InVainRequest,
): Promise<InVain> {
  const { services } = await servedToday(tx, office, target.id, target.now);
  const before = await seenInVain(tx, office, target);
  if (!services.includes(service)) refuseFields([{ field: "service", code: "in-vain-service" }]);
  if (line !== null && reason !== "paper") refuseFields([{ field: "line", code: "in-vain-line-alone" }]);
  if (line !== null && !(await linesToBring(tx, service)).includes(line))
    refuseFields([{ field: "line", code: "in-vain-line" }]);
  return write(tx, office, target, { ...before, service, reason, line });
}

/** It was not in vain; where nothing was noted that is so already. */
export async function takeInVainBack(tx: Tx, office: OperableOffice, target: InVainTarget): Promise<InVain> {
  await servedToday(tx, office, target.id, target.now);
  const before = await seenInVain(tx, office, target);
  if (before.reason === null) return before;
  return write(tx, office, target, { ...before, reason: null, line: null });
}

export const inVainOfDay = async (
  tx: Read,
  office: OperableOffice,
  date: Temporal.PlainDate,
): Promise<InVainOfDay> => ({ date: date.toString(), visits: await inVainOn(tx, office.id, date) });

/** As nobody has changed it since. */
async function seenInVain(tx: Read, office: OperableOffice, { id, version }: InVainTarget): Promise<InVain> {
  const nothing = { visit: id, service: "", reason: null, line: null, version: 0 };
  const current = (await inVainOf(tx, office.id, id)) ?? nothing;
  if (current.version === version) return current;
  throw new Refusal(412, "version-stale", { values: { words: "in-vain-stale" }, extensions: { current } });
}

async function write(tx: Tx, office: OperableOffice, { id, now }: InVainTarget, changed: InVain): Promise<InVain> {
  const after = { ...changed, version: changed.version + 1 };
  await writeInVain(tx, office.id, dateOf(now), after);
  await announceChange(tx, office.id, [dateOf(now)], id, office.employeeId);
  return after;
}
