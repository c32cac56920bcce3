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
  const wanted = { service, reason, line };
  const before = await seenInVain(tx, office, target, wanted);
  if (isNoted(before, wanted)) return before;
  if (!services.includes(service)) refuseFields([{ field: "service", code: "in-vain-service" }]);
  if (line !== null && reason !== "paper") refuseFields([{ field: "line", code: "in-vain-line-alone" }]);
  if (line !== null && !(await linesToBring(tx, service)).includes(line))
    refuseFields([{ field: "line", code: "in-vain-line" }]);
  return write(tx, office, target, { ...before, ...wanted });
}

/** It was not in vain; where nothing was noted that is so already. */
export async function takeInVainBack(tx: Tx, office: OperableOffice, target: InVainTarget): Promise<InVain> {
  await servedToday(tx, office, target.id, target.now);
  const wanted = { reason: null, line: null };
  const before = await seenInVain(tx, office, target, wanted);
  if (isNoted(before, wanted)) return before;
  return write(tx, office, target, { ...before, ...wanted });
}

export const inVainOfDay = async (
  tx: Read,
  office: OperableOffice,
  date: Temporal.PlainDate,
): Promise<InVainOfDay> => ({ date: date.toString(), visits: await inVainOn(tx, office.id, date) });

type Wanted = Pick<InVain, "reason" | "line"> & Partial<Pick<InVain, "service">>;

/** As nobody has changed it since; or as it is wanted, because the answer to the same was lost. */
async function seenInVain(
  tx: Tx,
  office: OperableOffice,
  { id, version }: InVainTarget,
  wanted: Wanted,
): Promise<InVain> {
  const nothing = { visit: id, service: "", reason: null, line: null, version: 0 };
  const current = (await inVainOf(tx, office.id, id)) ?? nothing;
  if (current.version === version || (current.version === version + 1 && isNoted(current, wanted))) return current;
  throw new Refusal(412, "version-stale", { values: { words: "in-vain-stale" }, extensions: { current } });
}

const isNoted = (current: InVain, wanted: Wanted): boolean =>
  Object.entries(wanted).every(([field, value]) => current[field as keyof InVain] === value);

async function write(tx: Tx, office: OperableOffice, { id, now }: InVainTarget, changed: InVain): Promise<InVain> {
  const after = { ...changed, version: changed.version + 1 };
  await writeInVain(tx, office.id, dateOf(now), after);
  announceChange(tx, office.id, [dateOf(now)], id, office.employeeId);
  return after;
}
