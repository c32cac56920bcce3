import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { dateOf, instantOf, localDay } from "../platform/time.ts";
import type { Office, Service } from "./contract.ts";
import { type InterpreterFacts, interpreterFacts } from "./interpreters/interpreters-sql.ts";
import { workingDayAfter } from "./interpreters/working-day.ts";
import { officeById, servicesOf } from "./sql.ts";

const USUAL_DAYS = 28;

/** What an office says of itself, with the services of the catalogue. */
export async function wholeOffice(tx: Read, { id }: OperableOffice, now: Temporal.Instant): Promise<Office> {
  const today = dateOf(now);
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const weeks = { since: beginningOf(monday.subtract({ days: USUAL_DAYS })), thisWeek: beginningOf(monday) };
  const [office, facts, services] = await Promise.all([
    officeById(tx, id, weeks),
    interpreterFacts(tx, id, today),
    servicesOf(tx, id),
  ]);
  return { ...office, ...services, interpreters: interpretersFrom(today, facts) };
}

function interpretersFrom(today: Temporal.PlainDate, { terms, holidays }: InterpreterFacts): Office["interpreters"] {
  const from = (days: number) => workingDayAfter(today, days, holidays).toString();
  const { signLanguage, languages } = terms;
  return {
    signLanguage,
    signLanguageFrom: from(terms.signLanguageDays),
    languages: languages && [...languages],
    languagesFrom: from(terms.interpreterDays),
  };
}

const beginningOf = (date: Temporal.PlainDate): Temporal.Instant => instantOf(localDay(date).from);

/** The whole catalogue by code: older appointments may be for what the office offers no more. */
export async function servicesByCode(tx: Read, { id }: OperableOffice): Promise<ReadonlyMap<string, Service>> {
  const { services, notOffered } = await servicesOf(tx, id);
  return new Map([...services, ...notOffered].map((service) => [service.code, service]));
}
