import { hasPlace, isOver } from "../../appointments/statuses.ts";
import { recordOwnAct } from "../../audit/record.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { forgetAnswersAbout } from "../../platform/http/forget-answers.ts";
import type { AnonymizeDeps } from "../anonymize.ts";
import { anonymize, insertErasures, lockedStates } from "../erase-sql.ts";
import { appendErasures } from "../erasures-file.ts";
import type { SubjectVisit, VisitState } from "./visit.ts";

export interface EraseDeps extends AnonymizeDeps {
  /** Of the owner of the tables */
  readonly db: Database;
  readonly dataDir: string;
}

/** Somebody is expected there: it is cancelled first, so that the time is free and the citizen knows. Pure. */
const isStillToCome = ({ status, ends_at }: VisitState, now: Temporal.Instant): boolean =>
  hasPlace(status) && !isOver(status) && Temporal.Instant.compare(ends_at, now) > 0;

/**
 * Makes appointments anonymous now, all or none. It is written down beside the database before it holds, so that no backup
 * brings them back; each office's audit says how many, and nothing of whom.
 * @returns those that are still to come, for which nothing was done; none: all are erased
 */
export async function eraseVisits(
  { db, clock, dataDir }: EraseDeps,
  visits: readonly SubjectVisit[],
): Promise<readonly SubjectVisit[]> {
  const now = clock();
  const ids = visits.map(({ id }) => id);
  const byOffice = [...Map.groupBy(visits, (visit) => visit.office_id)].sort(([a], [b]) => a - b);
  return db.write({}, async (tx) => {
    const states = new Map((await lockedStates(tx, ids)).map((state) => [state.id, state]));
    const toCome = visits.filter((visit) => isStillToCome(states.get(visit.id) ?? visit, now));
    if (toCome.length > 0) return toCome;
    for (const [office, rows] of byOffice) await eraseIn(tx, office, rows, now);
    await forgetAnswersAbout(tx, ids);
    const erasures = visits.map(({ office, id }) => ({ office, appointment: id, at: now }));
    await appendErasures(dataDir, erasures);
    return [];
  });
}

async function eraseIn(tx: Tx, office: number, rows: readonly SubjectVisit[], now: Temporal.Instant): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await anonymize(tx, office, ids, now);
  await insertErasures(tx, office, ids, now);
  await recordOwnAct(tx, office, { act: "subject-erased", appointments: ids }, now);
}
