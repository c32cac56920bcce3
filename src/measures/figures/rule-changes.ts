import type { SupervisedOffice } from "../../identity/ministry-access.ts";
import type { AdministeredOffice } from "../../identity/office-access.ts";
import type { ClosedWeeks } from "../../platform/closed-weeks.ts";
import type { Read } from "../../platform/database/sql.ts";
import { dateOf, instantOf, localDay } from "../../platform/time.ts";
import {
  type catalogueMinutesChanges,
  closedQueues,
  hoursBegun,
  namesOfQueues,
  ownMinutesChanges,
  queueSwitches,
} from "./changes-sql.ts";
import { cataloguedServices } from "./figures-sql.ts";
import { BLANK_MARK, closedMarks, hoursMarks, marksOf, queueMarks, type RuleMark } from "./rule-marks.ts";

export type CatalogueChanges = Awaited<ReturnType<typeof catalogueMinutesChanges>>;

/** What was otherwise for an office from a day of the span on. @param national changes of the catalogue within it */
export async function ruleChanges(
  tx: Read,
  office: AdministeredOffice | SupervisedOffice,
  span: ClosedWeeks,
  national: CatalogueChanges,
): Promise<RuleMark[]> {
  const names = new Map((await namesOfQueues(tx, office.id)).map(({ number, name }) => [number, name]));
  const switched = await queueSwitches(tx, office.id, instantOf(localDay(span.from).from));
  const end = instantOf(localDay(span.to).to);
  return marksOf([
    ...queueMarks(
      switched.filter(({ at }) => Temporal.Instant.compare(at, end) < 0),
      names,
    ),
    ...hoursMarks(await hoursBegun(tx, office.id, span), names),
    ...closedMarks(await closedQueues(tx, office.id, span)),
    ...(await minutesMarks(tx, [...(await ownMinutesChanges(tx, office.id, span)), ...national])),
  ]);
}

async function minutesMarks(tx: Read, changes: CatalogueChanges): Promise<RuleMark[]> {
  const services = await cataloguedServices(tx, [...new Set(changes.map(({ service }) => service))]);
  return changes.map(({ at, service, before, after }) => {
    const catalogued = services.find(({ code }) => code === service);
    const minutes = { before: before ?? catalogued?.minutes ?? null, after: after ?? catalogued?.minutes ?? null };
    const name = catalogued?.name ?? service;
    return { ...BLANK_MARK, date: dateOf(at).toString(), kind: "minutes-changed" as const, name, minutes };
  });
}
