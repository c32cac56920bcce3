import { randomUUIDv7 } from "node:crypto";
import { hasPlace, isOver } from "../../appointments/statuses.ts";
import { recordOwnAct } from "../../audit/record.ts";
import { ACROSS_OFFICES, type Tx } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { forgetAnswersAbout } from "../../platform/http/forget-answers.ts";
import type { AnonymizeDeps } from "../anonymize.ts";
import { forgetCompanions } from "../companion.ts";
import { insertMark } from "../companion-sql.ts";
import { anonymize, insertErasures, lockedStates } from "../erase-sql.ts";
import { appendErasures, type CompanionErasure } from "../erasures-file.ts";
import type { SubjectVisit, VisitState } from "./visit.ts";
import { placesAlong } from "./whose-visit.ts";
import type { SubjectWish } from "./wish.ts";

export interface EraseDeps extends AnonymizeDeps {
  /** Of the owner of the tables */
  readonly db: Database;
  readonly dataDir: string;
}

/** Somebody is expected there: it is cancelled first, so that the time is free and the citizen knows. Pure. */
const isStillToCome = ({ status, ends_at }: Pick<VisitState, "status" | "ends_at">, now: Temporal.Instant): boolean =>
  hasPlace(status) && !isOver(status) && Temporal.Instant.compare(ends_at, now) > 0;

export interface SubjectVisits {
  /** Which are the person's */
  readonly own: readonly SubjectVisit[];
  /** To which they come along, as they were looked for */
  readonly along: readonly SubjectVisit[];
  readonly wish: SubjectWish;
}

/**
 * Makes a person's appointments anonymous now, and takes their name from those of others to which they come along, all or
 * none. It is written down beside the database before it holds, so that no backup brings them back; each office's audit says
 * how many, and nothing of whom.
 * @returns those of their own that are still to come, for which nothing was done; none: all is erased
 */
export async function eraseSubject(
  { db, clock, dataDir }: EraseDeps,
  { own, along, wish }: SubjectVisits,
): Promise<readonly SubjectVisit[]> {
  const now = clock();
  const ids = own.map(({ id }) => id);
  const visits = [...own, ...along];
  const byOffice = [...Map.groupBy(visits, (visit) => visit.office_id)].sort(([a], [b]) => a - b);
  return db.write(ACROSS_OFFICES, async (tx) => {
    const locked = await lockedStates(
      tx,
      visits.map(({ id }) => id),
    );
    const states = new Map(locked.map((state) => [state.id, state]));
    const toCome = own.filter((visit) => isStillToCome(states.get(visit.id) ?? visit, now));
    if (toCome.length > 0) return toCome;
    const companions: CompanionErasure[] = [];
    for (const [office, rows] of byOffice) {
      const entry = randomUUIDv7();
      await eraseIn(
        tx,
        office,
        rows.filter((each) => own.includes(each)),
        now,
      );
      for (const visit of rows.filter((each) => along.includes(each)))
        companions.push(...(await eraseAlong(tx, visit, states.get(visit.id), { wish, entry, now })));
      await recordOwnAct(tx, office, { id: entry, act: "subject-erased", appointments: rows.map(({ id }) => id) }, now);
    }
    await forgetAnswersAbout(tx, ids);
    const erasures = own.map(({ office, id }) => ({ office, appointment: id, at: now }));
    await appendErasures(dataDir, { visits: erasures, companions });
    return [];
  });
}

async function eraseIn(tx: Tx, office: number, rows: readonly SubjectVisit[], now: Temporal.Instant): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await anonymize(tx, office, ids, now);
  await insertErasures(tx, office, ids, now);
}

interface Along {
  readonly wish: SubjectWish;
  /** The audit's */
  readonly entry: string;
  readonly now: Temporal.Instant;
}

/** @param state as it stands by now; none: it is anonymous meanwhile */
async function eraseAlong(
  tx: Tx,
  { office, id }: SubjectVisit,
  state: VisitState | undefined,
  { wish, entry, now }: Along,
): Promise<CompanionErasure[]> {
  if (!state) return [];
  const places = placesAlong(state, wish);
  const version = await forgetCompanions(tx, state, { places, entry, now });
  if (version === null) return [];
  for (const place of places) await insertMark(tx, state, { version, place, at: now });
  return places.map((place) => ({ office, appointment: id, version, place, at: now }));
}
