import type { AdministeredOffice } from "../../identity/office-access.ts";
import type { Read } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import type { HowItWent, HowItWentQuery } from "../contract.ts";
import { addedUp } from "../counts.ts";
import { promisesOfMonths } from "../promises/months.ts";
import type { CountedDay } from "./day-figures.ts";
import { figuresOf } from "./figures.ts";
import { cataloguedServices, countedDays, type Span, seatsById } from "./figures-sql.ts";
import { type CatalogueChanges, ruleChanges } from "./rule-changes.ts";
import { spreadOf } from "./spread.ts";

/** Of closed weeks: one that still runs looks worse or better than it will be. @param national changes of the catalogue within them */
export async function howItWent(
  tx: Read,
  office: AdministeredOffice,
  span: Span,
  national: CatalogueChanges,
): Promise<HowItWent> {
  const days = await countedDays(tx, office.id, span);
  return {
    from: span.from.toString(),
    to: span.to.toString(),
    ...figuresOf(days, await seatsById(tx, office.id)),
    changes: await ruleChanges(tx, office, span, national),
    services: await servicesOf(tx, days),
    // Of months that had ended when this week began.
    promises: await promisesOfMonths(tx, office, span.to.add({ days: 1 })),
  };
}

/** From a Monday to the last Sunday. */
export function closedWeeks({ weeks }: HowItWentQuery, now: Temporal.Instant): Span {
  const today = dateOf(now);
  const to = today.subtract({ days: today.dayOfWeek });
  return { from: to.subtract({ days: weeks * 7 - 1 }), to };
}

async function servicesOf(tx: Read, days: readonly CountedDay[]): Promise<HowItWent["services"]> {
  const byCode = Map.groupBy(
    days.flatMap(({ services }) => services),
    ({ service }) => service,
  );
  const services = await cataloguedServices(tx, [...byCode.keys()]);
  return services.map((service) => ({
    ...service,
    ...spreadOf(addedUp((byCode.get(service.code) ?? []).map(({ minutes }) => minutes))),
  }));
}
