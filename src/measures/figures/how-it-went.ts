import type { SupervisedOffice } from "../../identity/ministry-access.ts";
import type { AdministeredOffice } from "../../identity/office-access.ts";
import type { ClosedWeeks } from "../../platform/closed-weeks.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { HowItWent } from "../contract.ts";
import { addedUp } from "../counts.ts";
import { promisesOfMonths } from "../promises/months.ts";
import type { CountedDay } from "./day-figures.ts";
import { figuresOf } from "./figures.ts";
import { cataloguedServices, countedDays, seatsById } from "./figures-sql.ts";
import { type CatalogueChanges, ruleChanges } from "./rule-changes.ts";
import { spreadOf } from "./spread.ts";

/** Of closed weeks, for its head and for the ministry. @param national changes of the catalogue since they began */
export async function howItWent(
  tx: Read,
  office: AdministeredOffice | SupervisedOffice,
  weeks: ClosedWeeks,
  national: CatalogueChanges,
): Promise<HowItWent> {
  const days = await countedDays(tx, office.id, weeks);
  return {
    from: weeks.from.toString(),
    to: weeks.to.toString(),
    ...figuresOf(days, await seatsById(tx, office.id)),
    changes: await ruleChanges(tx, office, weeks, national),
    services: await servicesOf(tx, days),
    // Of months that had ended when this week began.
    promises: await promisesOfMonths(tx, office, weeks.to.add({ days: 1 })),
  };
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
