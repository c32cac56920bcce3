import type { Database } from "../../platform/database/transaction.ts";
import {
  type ListPart,
  type OwnReference,
  type OwnReferences,
  type OwnVisitRow,
  ownReferences,
  ownVisitsIn,
} from "./own-visits-sql.ts";

/** One page of somebody's own appointments. */
export interface OwnVisits extends Omit<OwnReferences, "references"> {
  readonly shown: readonly OwnVisitRow[];
  readonly areMore: boolean;
}

/** However many there are, a page is soon read, and soon made. */
export const MOST_OF_A_PAGE = 8;

/** Null: nobody is signed in at this browser. */
export async function ownVisits(
  db: Database,
  tokenHash: Buffer | null,
  part: Omit<ListPart, "most">,
): Promise<OwnVisits | null> {
  const found = tokenHash && (await ownReferences(db.alone, tokenHash, { ...part, most: MOST_OF_A_PAGE }));
  if (!found) return null;
  const { references, ...list } = found;
  const rows = new Map((await readAll(db, references)).map((row) => [row.id, row]));
  const shown = references.flatMap(({ id }) => rows.get(id) ?? []);
  return { ...list, shown, areMore: list.visits > (part.page + 1) * MOST_OF_A_PAGE };
}

/** Each office in its own scope, which only a transaction that may write can change; all that is asked travels together. */
function readAll(db: Database, references: readonly OwnReference[]): Promise<OwnVisitRow[]> {
  const byOffice = [...Map.groupBy(references, ({ office }) => office)];
  return db.write({}, async (tx) => {
    const answers = byOffice.map(([office, own]) => {
      const switched = tx.switchTenant({ office });
      const ids = own.map(({ id }) => id);
      return Promise.all([ownVisitsIn(tx, office, ids), switched]);
    });
    return (await Promise.all(answers)).flatMap(([rows]) => rows);
  });
}
