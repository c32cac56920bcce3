import type { SupervisedOffice } from "../../identity/ministry-access.ts";
import type { AdministeredOffice } from "../../identity/office-access.ts";
import type { ClosedWeeks } from "../../platform/closed-weeks.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { HowItWent } from "../contract.ts";
import { addedUp } from "../counts.ts";
import { promisesOfMonths } from "../promises/months.ts";
import { figuresOf } from "./figures.ts";
import { cataloguedServices, seatsById } from "./figures-sql.ts";
import { type CatalogueChanges, ruleChanges } from "./rule-changes.ts";
import { spreadOf } from "./spread.ts";
import type { OfficeWeekCounts } from "./week-counts.ts";
import { countsOfClosedWeeks } from "./week-counts-sql.ts";

/** Of closed weeks, for its head and for the ministry. @param national changes of the catalogue since they began */
export async function howItWent(
  tx: Read,
  office: AdministeredOffice | SupervisedOffice,
  weeks: ClosedWeeks,
  national: CatalogueChanges,
): Promise<HowItWent> {
  const counts = await countsOfClosedWeeks(tx, office.id, weeks);
  return {
    from: weeks.from.toString(),
    to: weeks.to.toString(),
    ...figuresOf(counts, await seatsById(tx, office.id)),
    changes: await ruleChanges(tx, office, weeks, national),
    services: await servicesOf(tx, counts),
    // Of months that had ended when this week began.
    promises: await promisesOfMonths(tx, office, weeks.to.add({ days: 1 })),
  };
}

async function servicesOf(tx: Read, weeks: readonly OfficeWeekCounts[]): Promise<HowItWent["services"]> {
  const codes = [...new Set(weeks.flatMap(({ services }) => Object.keys(services)))];
  return (await cataloguedServices(tx, codes)).map((service) => ({
    ...service,
    ...spreadOf(addedUp(weeks.map(({ services }) => services[service.code] ?? {}))),
  }));
}
