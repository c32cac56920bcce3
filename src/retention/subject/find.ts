import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { Watched } from "../anonymize.ts";
import { allOffices, subjectVisitsIn } from "./find-sql.ts";
import type { SubjectVisit } from "./visit.ts";
import type { SubjectWish } from "./wish.ts";

/** A person's appointments in all offices, office by office: those that are anonymous are nobody's. */
export async function findSubject(
  db: Database,
  wish: SubjectWish,
  { onOffice }: Pick<Watched, "onOffice"> = {},
): Promise<SubjectVisit[]> {
  const offices = await db.read(OF_NATION, allOffices);
  const found: SubjectVisit[] = [];
  for (const [at, { id }] of offices.entries()) {
    onOffice?.(at, offices.length);
    found.push(...(await db.read({ office: id }, (tx) => subjectVisitsIn(tx, id, wish))));
  }
  return found;
}
