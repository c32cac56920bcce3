import type { Logger } from "pino";
import { countInVain } from "../in-vain/night/count-in-vain.ts";
import { ACROSS_OFFICES, type AcrossOffices, type Tx } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import { startJob } from "../platform/jobs/start-job.ts";
import { type Clock, dateOf, type Interval } from "../platform/time.ts";
import type { Worker } from "../platform/worker.ts";
import { capacityOf, serviceMinutesOf } from "./capacity/capacity.ts";
import { replaceCapacity } from "./capacity/capacity-sql.ts";
import { noteAccess } from "./capacity/note-access.ts";
import { partsServed } from "./capacity/open-parts.ts";
import { histogramsOf } from "./histograms.ts";
import { completenessOf, measuresOf } from "./measures.ts";
import { sumWeeks } from "./national/sum-weeks.ts";
import { outcomesOf } from "./outcomes/outcomes.ts";
import { noteMonthsDue, replaceOutcomes } from "./outcomes/outcomes-sql.ts";
import { officeWaitOf } from "./promises/promise-sql.ts";
import { renewOfficeWait, scoreDay } from "./promises/renew.ts";
import { claimMeasuring, noteMeasured, officesToMeasure, replaceMeasures, visitsOn } from "./sql.ts";
import { type MeasuredVisit, measuredVisit } from "./visit.ts";
import { COMPLETE_SHARE } from "./wait-estimate.ts";

/** So many days are counted anew each night: what was taken back or caught up late belongs to them. Nothing is anonymous sooner. */
const AGAIN_DAYS = 7;
/** After a long pause, no more than were kept with names at its usual length */
const MOST_DAYS = 60;
const FAILURE = "a day's visits could not be counted";

interface MeasureDeps {
  readonly db: Database;
  readonly clock: Clock;
}

/** Each night counts how long people waited and were served on the day that has ended. */
export const startMeasuring = ({ log, ...deps }: MeasureDeps & { readonly log: Logger }): Worker =>
  startJob({ db: deps.db, log }, "measures", {
    act: () => measureAll(deps, (err, office) => log.warn({ err, office }, FAILURE)),
    failure: FAILURE,
  });

/** Office by office; any number of processes may do it at once. False when some are left. */
export async function measureAll(
  { db, clock }: MeasureDeps,
  onFailure: (error: unknown, office: number) => void,
): Promise<boolean> {
  const now = clock();
  let isDone = true;
  for (const office of await db.read(ACROSS_OFFICES, (tx) => officesToMeasure(tx, now))) {
    const isMeasured = await db
      .write({ office }, (tx) => measureOffice(tx, office, now))
      .catch((error) => {
        onFailure(error, office);
        return false;
      });
    isDone &&= isMeasured;
  }
  return isDone;
}

async function measureOffice(tx: Tx, office: number, now: Temporal.Instant): Promise<boolean> {
  const last = dateOf(now).subtract({ days: 1 });
  const until = await claimMeasuring(tx, office);
  if (!until) return false;
  const said = await officeWaitOf(tx, office);
  const from = firstOf(until.date, last);
  for (let date = from; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 }))
    await scoreDay(tx, office, date, { visits: await measureDay(tx, office, date), said });
  await renewOfficeWait(tx, office, last);
  await noteAccess(tx, office, last, now);
  await sumWeeks(tx, office, { from, to: last });
  await countInVain(tx, office, last, COMPLETE_SHARE);
  await noteMeasured(tx, office, last);
  await noteMonthsDue(tx, from, last);
  return true;
}

function firstOf(until: string, last: Temporal.PlainDate): Temporal.PlainDate {
  const again = last.subtract({ days: AGAIN_DAYS - 1 });
  if (until === "-infinity") return again;
  const earliest = last.subtract({ days: MOST_DAYS - 1 });
  const [first] = [again, Temporal.PlainDate.from(until).add({ days: 1 })].sort(Temporal.PlainDate.compare);
  return first && Temporal.PlainDate.compare(first, earliest) > 0 ? first : earliest;
}

/** Counted twice, a day is the same. */
export async function measureDay(tx: Tx, office: number, date: Temporal.PlainDate): Promise<MeasuredVisit[]> {
  const visits = (await visitsOn(tx, office, date)).map(measuredVisit);
  await countDay(tx, office, date, { visits, open: await partsServed(tx, office, date) });
  return visits;
}

export interface DayVisits {
  readonly visits: readonly MeasuredVisit[];
  /** When each queue served, half-open, in epoch minutes */
  readonly open: readonly Interval[];
}

/** All that is counted of a day, in the place of what was counted of it before. */
export async function countDay(
  tx: Tx,
  office: number,
  date: Temporal.PlainDate,
  { visits, open }: DayVisits,
): Promise<void> {
  const histograms = histogramsOf(measuresOf(visits));
  await replaceMeasures(tx, office, date, { histograms, completeness: completenessOf(visits) });
  const capacity = capacityOf(visits, open);
  await replaceCapacity(tx, office, date, { capacity, services: serviceMinutesOf(visits) });
  await replaceOutcomes(tx, office, date, outcomesOf(visits));
}

/** How many have days that are to be counted */
export const officesBehind = async (tx: AcrossOffices, now: Temporal.Instant): Promise<number> =>
  (await officesToMeasure(tx, now)).length;
