import { type CitizensOffice, openOfficeAnd, stillOpenAnd } from "../identity/citizens/citizens-office.ts";
import { type AcrossOffices, type Ending, part, type Read } from "../platform/database/sql.ts";
import type { ReadOnlyDatabase } from "../platform/database/transaction.ts";
import { PLACE, type PlaceToGo } from "./office-sql.ts";
import { OWN_SETTINGS, placeAndTerms, TERMS } from "./sql.ts";
import type { OnlineTerms } from "./terms.ts";

/** An office as a citizen finds it: where it is, and how it gives its times. */
export interface OpenedOffice {
  readonly office: CitizensOffice;
  readonly place: PlaceToGo;
  readonly terms: OnlineTerms;
}

const PLACE_AND_TERMS = part`, ${PLACE}, ${TERMS}`;

/**
 * In one statement, in a transaction of that office.
 * @throws Refusal 404 for an office that there is not, and alike for one that is not open to citizens
 */
export async function openedOffice(tx: Read, code: string): Promise<OpenedOffice> {
  return opened(await openOfficeAnd<PlaceToGo & OnlineTerms>(tx, code, PLACE_AND_TERMS, OWN_SETTINGS));
}

/** The same, before a transaction of the office begins: only then is it known which one it is. */
async function officeToOpen(tx: AcrossOffices, code: string): Promise<OpenedOffice> {
  const terms = part`cross join online_terms(office.id) as settings`;
  return opened(await openOfficeAnd<PlaceToGo & OnlineTerms>(tx, code, PLACE_AND_TERMS, terms));
}

const opened = (office: CitizensOffice & PlaceToGo & OnlineTerms): OpenedOffice => ({
  office,
  place: office,
  terms: office,
});

/** @throws Refusal as above */
export async function readAtOpenedOffice<Answer>(
  db: ReadOnlyDatabase,
  code: string,
  work: (tx: Ending, opened: OpenedOffice) => Promise<Answer>,
): Promise<Answer> {
  const there = await officeToOpen(db.acrossOffices, code);
  return db.read({ office: there.office.id }, (tx) => work(tx, there));
}

/** How it gives its times now. @throws Refusal 409 `office-not-public` where citizens may not book any more */
export const termsIfOpen = (tx: Read, office: CitizensOffice): Promise<OnlineTerms> =>
  stillOpenAnd<OnlineTerms>(tx, office, part`, ${TERMS}`, OWN_SETTINGS);

/** Where a citizen's appointment is, open or not. */
export async function officeOfVisit(tx: Read, office: CitizensOffice): Promise<OpenedOffice> {
  const known = await placeAndTerms(tx, office.id);
  return { office, place: known, terms: known };
}
