import type { SupervisedOffice } from "../../identity/ministry-access.ts";
import type { AdministeredOffice } from "../../identity/office-access.ts";
import type { ClosedWeeks } from "../../platform/closed-weeks.ts";
import type { Read } from "../../platform/database/sql.ts";
import { dateOf, instantOf, localDay } from "../../platform/time.ts";
import {
  type catalogueMinutesChanges,
  closedQueues,
  datedActivityBegun,
  hoursBegun,
  namesOfQueues,
  ownMinutesChanges,
  queueSwitches,
} from "./changes-sql.ts";
import { cataloguedServices } from "./figures-sql.ts";
import {
  BLANK_MARK,
  closedMarks,
  datedMarks,
  hoursMarks,
  marksOf,
  queueMarks,
  queueTurns,
  type RuleMark,
} from "./rule-marks.ts";

export type CatalogueChanges = Awaited<ReturnType<typeof catalogueMinutesChanges>>;

/** What was otherwise for an office from a day of the span on. @param national changes of the catalogue since it began */
export async function ruleChanges(
  tx: Read,
  office: AdministeredOffice | SupervisedOffice,
  span: ClosedWeeks,
  national: CatalogueChanges,
): Promise<RuleMark[]> {
  const names = new Map((await namesOfQueues(tx, office.id)).map(({ number, name }) => [number, name]));
  const switched = await queueSwitches(tx, office.id, instantOf(localDay(span.from).from));
  const end = instantOf(localDay(span.to).to);
  const turns = queueTurns(switched.filter(({ at }) => Temporal.Instant.compare(at, end) < 0));
  return marksOf([
    ...queueMarks(turns, names),
    ...datedMarks(await datedActivityBegun(tx, office.id, span), names),
    ...hoursMarks(await hoursBegun(tx, office.id, span), turns, names),
    ...closedMarks(await closedQueues(tx, office.id, span)),
    ...(await minutesMarks(tx, { own: await ownMinutesChanges(tx, office.id, span), national, end })),
  ]);
}

interface MinutesChanges {
  readonly own: Awaited<ReturnType<typeof ownMinutesChanges>>;
  readonly national: CatalogueChanges;
  /** Of the days that marks are of, not included */
  readonly end: Temporal.Instant;
}

async function minutesMarks(tx: Read, { own, national, end }: MinutesChanges): Promise<RuleMark[]> {
  const changes = [...own, ...national.filter(({ at }) => Temporal.Instant.compare(at, end) < 0)];
  const services = await cataloguedServices(tx, [...new Set(changes.map(({ service }) => service))]);
  const today = (service: string) => services.find(({ code }) => code === service);
  // As the catalogue had it then: what the next change of it says that it was.
  const cataloguedAt = (service: string, moment: Temporal.Instant): number | null =>
    national.find((each) => each.service === service && Temporal.Instant.compare(each.at, moment) > 0)?.before ??
    today(service)?.minutes ??
    null;
  return changes.map(({ at, service, before, after }) => {
    const catalogued = cataloguedAt(service, at);
    const minutes = { before: before ?? catalogued, after: after ?? catalogued };
    const name = today(service)?.name ?? service;
    return { ...BLANK_MARK, date: dateOf(at).toString(), kind: "minutes-changed" as const, name, minutes };
  });
}
