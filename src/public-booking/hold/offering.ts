import { visitOfText, workOfRow } from "../../appointments/field/visit-services.ts";
import { factsOfOffice } from "../../appointments/place/facts.ts";
import { offeredMinutes } from "../../appointments/place/placing.ts";
import type { Facts } from "../../availability/facts.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Read } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import type { Offering } from "../online-days.ts";
import { type FreedPlace, type OnlineFacts, onlineFacts, onlineTerms } from "../sql.ts";
import { bookableStarts, lastOpenDay, type OnlineTerms } from "../terms.ts";

/** All that decides what citizens are offered for a service. */
export interface Offered {
  readonly facts: Facts;
  readonly terms: OnlineTerms;
  readonly offering: Offering;
  /** Not offered yet, though nobody has them any more */
  readonly freed: readonly FreedPlace[];
  /** By date, how many minutes are held for browsers of which nothing is known yet */
  readonly held: OnlineFacts["held"];
  /** And how many were confirmed through mailboxes of domains of which nobody had come */
  readonly unproven: OnlineFacts["unproven"];
}

export interface OfferQuery {
  /** All that is done, as `visitText` writes it */
  readonly service: string;
  readonly now: Temporal.Instant;
  /** The first day on which whoever interprets can be there; null: any */
  readonly since?: Temporal.PlainDate | null;
  /** Of an appointment that there is already */
  readonly isMove?: boolean | undefined;
}

/** On one day. @throws Refusal 422 for a service that there is not, or that the office does not offer */
export const offeredOn = (
  tx: Read,
  office: CitizensOffice,
  { date, ...query }: OfferQuery & { readonly date: Temporal.PlainDate; readonly terms: OnlineTerms },
): Promise<Offered> => offeredBetween(tx, office, { ...query, first: date, last: date });

/** From today to the last day of which anything is open. @throws Refusal as for one day */
export async function offeredAhead(tx: Read, office: CitizensOffice, query: OfferQuery): Promise<Offered> {
  const terms = await onlineTerms(tx, office.id);
  const [first, last] = [dateOf(query.now), lastOpenDay(terms, query.now)];
  return offeredBetween(tx, office, { ...query, first, last, terms });
}

interface Between extends OfferQuery {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly terms: OnlineTerms;
}

async function offeredBetween(
  tx: Read,
  office: CitizensOffice,
  { service, now, since = null, first, last, terms }: Between,
): Promise<Offered> {
  const [facts, online, minutes] = await Promise.all([
    factsOfOffice(tx, office, first, last),
    onlineFacts(tx, office.id, { first, last }, now),
    offeredMinutes(tx, office, workOfRow(visitOfText(service))),
  ]);
  return offeredBy({ facts, terms, online, minutes }, { first, last, now, since });
}

interface OfferFacts extends Pick<Offered, "facts" | "terms">, Pick<Offering, "minutes"> {
  readonly online: OnlineFacts;
}

/** What follows for some days from what is known of them. Pure. */
export function offeredBy(
  { facts, terms, online: { taken, held, unproven, freed }, minutes }: OfferFacts,
  { first, last, now, since = null }: Pick<Between, "first" | "last" | "now" | "since">,
): Offered {
  const { counterPercent } = terms;
  const offering = { first, last, minutes, span: bookableStarts(terms, now, since), counterPercent, taken };
  return { facts: { ...facts, taken: [...facts.taken, ...freed] }, terms, offering, freed, held, unproven };
}
