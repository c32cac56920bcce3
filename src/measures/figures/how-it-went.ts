import type { AdministeredOffice } from "../../identity/office-access.ts";
import type { Read } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import type { HowItWent, HowItWentQuery } from "../contract.ts";
import { addedUp } from "../counts.ts";
import { promisesOfMonths } from "../promises/months.ts";
import type { CountedDay } from "./day-figures.ts";
import { figuresOf } from "./figures.ts";
import { cataloguedServices, countedDays } from "./figures-sql.ts";
import { spreadOf } from "./spread.ts";

/** The closed weeks before this one: a week that still runs looks worse or better than it will be. */
export async function howItWent(
  tx: Read,
  office: AdministeredOffice,
  { weeks }: HowItWentQuery,
  now: Temporal.Instant,
): Promise<HowItWent> {
  const today = dateOf(now);
  const to = today.subtract({ days: today.dayOfWeek });
  const from = to.subtract({ days: weeks * 7 - 1 });
  const days = await countedDays(tx, office.id, { from, to });
  const [services, promises] = await Promise.all([servicesOf(tx, days), promisesOfMonths(tx, office, today)]);
  return { from: from.toString(), to: to.toString(), ...figuresOf(days), services, promises };
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
