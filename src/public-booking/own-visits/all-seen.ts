import { onlookersOf } from "../../audit/trail/about.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { SeenHere } from "../visit/seen-page.ts";
import type { OwnVisitRow } from "./own-visits-sql.ts";

const MOST_LINES = 100;

/** Who did or saw what of these, each in its own office; the latest first. */
export async function allSeen(db: Database, visits: readonly OwnVisitRow[]): Promise<SeenHere[]> {
  const found: SeenHere[] = [];
  for (const visit of visits) {
    const { id, office, reference: of } = visit;
    const entries = await db.read({ office }, (tx) => onlookersOf(tx, office, id));
    found.push(...entries.map((entry) => ({ ...entry, place: visit, of })));
  }
  return found.sort((a, b) => Temporal.Instant.compare(b.at, a.at)).slice(0, MOST_LINES);
}
