import type { Database } from "../../platform/database/transaction.ts";
import { type ListPart, type OwnReferences, type OwnVisitRow, ownReferences, ownVisitsIn } from "./own-visits-sql.ts";

/** One page of somebody's own appointments. */
export interface OwnVisits extends Omit<OwnReferences, "references"> {
  readonly shown: readonly OwnVisitRow[];
  readonly areMore: boolean;
}

/** However many there are, a page is soon read, and soon made. */
export const MOST_OF_A_PAGE = 12;

/** Null: nobody is signed in at this browser. */
export async function ownVisits(
  db: Database,
  tokenHash: Buffer | null,
  part: Omit<ListPart, "most">,
): Promise<OwnVisits | null> {
  const found = tokenHash && (await ownReferences(db.alone, tokenHash, { ...part, most: MOST_OF_A_PAGE }));
  if (!found) return null;
  const { references, ...list } = found;
  const byOffice = Map.groupBy(references, ({ office }) => office);
  const rows = new Map<string, OwnVisitRow>();
  // One after the other: a page takes no more than one connection.
  for (const [office, own] of byOffice) {
    const ids = own.map(({ id }) => id);
    for (const row of await db.read({ office }, (tx) => ownVisitsIn(tx, office, ids))) rows.set(row.id, row);
  }
  const shown = references.flatMap(({ id }) => rows.get(id) ?? []);
  return { ...list, shown, areMore: list.visits > (part.page + 1) * MOST_OF_A_PAGE };
}
