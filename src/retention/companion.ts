import { randomUUIDv7 } from "node:crypto";
import { searchWords } from "../appointments/names/search-words.ts";
import { recordOwnAct } from "../audit/record.ts";
import { announceChange } from "../live/announce.ts";
import type { Tx } from "../platform/database/sql.ts";
import { forgetAnswersAbout } from "../platform/http/forget-answers.ts";
import { dateOf } from "../platform/time.ts";
import { forgetNames, insertMark, openMarks } from "./companion-sql.ts";
import { lockedStates } from "./erase-sql.ts";
import type { CompanionErasure } from "./erasures-file.ts";
import type { VisitState } from "./subject/visit.ts";

export interface Forgetting {
  /** Among the companions, counted from 0 */
  readonly places: readonly number[];
  /** The audit's, which its caller records as well */
  readonly entry: string;
  readonly now: Temporal.Instant;
}

/**
 * Takes from a visit the names of those who come along at these places; whose visit it is, and what is done in it, stays.
 * @param visit locked
 * @returns the version that it has then; null: nobody stands there with a name
 */
export async function forgetCompanions(
  tx: Tx,
  visit: VisitState,
  { places, entry, now }: Forgetting,
): Promise<number | null> {
  const gone = places.map((place) => visit.companions[place]);
  const companions = visit.companions.filter(
    (one) => !gone.some((name) => name?.lastName === one.lastName && name.firstName === one.firstName),
  );
  const words = searchWords({ ...visit, companions });
  const version = await forgetNames(tx, visit, { places, words, entry }, now);
  if (version === null) return null;
  await forgetAnswersAbout(tx, [visit.id]);
  announceChange(tx, visit.office_id, [dateOf(visit.starts_at)], visit.id, null);
  return version;
}

/**
 * Of a database that is made from a backup. Where the visit is as it was just before, the place says whose name it is; as it was
 * earlier, others may have stood there: then none of those who come along keeps a name.
 * @returns of how many visits
 */
export async function forgetCompanionsAgain(
  tx: Tx,
  erasures: readonly CompanionErasure[],
  now: Temporal.Instant,
): Promise<number> {
  const marks = Map.groupBy(await openMarks(tx, erasures), ({ appointment }) => appointment);
  let visits = 0;
  for (const visit of await lockedStates(tx, [...marks.keys()])) {
    const own = marks.get(visit.id) ?? [];
    const isAsThen = own.every(({ version }) => version === visit.version || version === visit.version + 1);
    const places = isAsThen ? own.map(({ place }) => place) : [...visit.companions.keys()];
    const entry = randomUUIDv7();
    if ((await forgetCompanions(tx, visit, { places, entry, now })) !== null) {
      await recordOwnAct(tx, visit.office_id, { id: entry, act: "subject-erased", appointments: [visit.id] }, now);
      visits += 1;
    }
    for (const mark of own) await insertMark(tx, visit, mark);
  }
  return visits;
}
