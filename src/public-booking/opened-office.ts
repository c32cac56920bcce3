import { type CitizensOffice, openOfficeAnd, stillOpenAnd } from "../identity/citizens/citizens-office.ts";
import { type Ending, part, type Read } from "../platform/database/sql.ts";
import type { ReadOnlyDatabase } from "../platform/database/transaction.ts";
import { PLACE, type PlaceToGo } from "./office-sql.ts";
import { placeAndTerms, TERMS } from "./sql.ts";
import type { OnlineTerms } from "./terms.ts";

/** An office as a citizen finds it: where it is, and how it gives its times. */
export interface OpenedOffice {
  readonly office: CitizensOffice;
  readonly place: PlaceToGo;
  readonly terms: OnlineTerms;
}

/** In one statement. @throws Refusal 404 for an office that there is not, and alike for one that is not open to citizens */
export async function openedOffice(tx: Read, code: string): Promise<OpenedOffice> {
  const opened = await openOfficeAnd<PlaceToGo & OnlineTerms>(tx, code, part`, ${PLACE}, ${TERMS}`);
  return { office: opened, place: opened, terms: opened };
}

/** @throws Refusal as above */
export async function readAtOpenedOffice<Answer>(
  db: ReadOnlyDatabase,
  code: string,
  work: (tx: Ending, opened: OpenedOffice) => Promise<Answer>,
): Promise<Answer> {
  const opened = await openedOffice(db.nation, code);
  return db.read({ office: opened.office.id }, (tx) => work(tx, opened));
}

/** How it gives its times now. @throws Refusal 409 `office-not-public` where citizens may not book any more */
export const termsIfOpen = (tx: Read, office: CitizensOffice): Promise<OnlineTerms> =>
  stillOpenAnd<OnlineTerms>(tx, office, part`, ${TERMS}`);

/** Where a citizen's appointment is, open or not. */
export async function officeOfVisit(tx: Read, office: CitizensOffice): Promise<OpenedOffice> {
  const known = await placeAndTerms(tx, office.id);
  return { office, place: known, terms: known };
}
