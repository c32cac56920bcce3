import { ACROSS_OFFICES, endingWith } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { NamedService } from "../office-sql.ts";
import {
  type ListPart,
  namedServiceOf,
  type OwnReference,
  type OwnReferences,
  type OwnVisitRow,
  ownReferences,
  ownVisitsIn,
} from "./own-visits-sql.ts";

export interface VisitOfOwner extends OwnVisitRow {
  readonly named: NamedService;
}

/** One page of somebody's own appointments. */
export interface OwnVisits extends Omit<OwnReferences, "references"> {
  readonly shown: readonly VisitOfOwner[];
  readonly areMore: boolean;
}

/** However many there are, a page is soon read, and soon made. */
const MOST_OF_A_PAGE = 5;

/** Null: nobody is signed in at this browser. */
export async function ownVisits(
  db: Database,
  tokenHash: Buffer | null,
  part: Omit<ListPart, "most">,
): Promise<OwnVisits | null> {
  const found = tokenHash && (await ownReferences(db.acrossOffices, tokenHash, { ...part, most: MOST_OF_A_PAGE }));
  if (!found) return null;
  const { references, ...list } = found;
  const rows = new Map((await readAll(db, references)).map((row) => [row.id, row]));
  const shown = references.flatMap(({ id }) => rows.get(id) ?? []);
  return { ...list, shown, areMore: list.visits > (part.page + 1) * MOST_OF_A_PAGE };
}

/** Each office in its own scope, which only a transaction that may write can change; all that is asked travels together. */
async function readAll(db: Database, references: readonly OwnReference[]): Promise<VisitOfOwner[]> {
  if (references.length === 0) return [];
  const byOffice = [...Map.groupBy(references, ({ office }) => office)];
  return db.write(ACROSS_OFFICES, async (tx) => {
    const answers = byOffice.map(([office, own], index) => {
      const switched = tx.switchTenant({ office });
      const isLast = index === byOffice.length - 1;
      const ids = own.map(({ id }) => id);
      return Promise.all([ownVisitsIn(isLast ? endingWith(tx) : tx, office, ids), switched]);
    });
    const visits = (await Promise.all(answers)).flatMap(([rows]) => rows);
    return visits.map((visit) => ({ ...visit, named: namedServiceOf(visit) }));
  });
}
