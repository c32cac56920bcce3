import { addWeekDays, addWeekSums, closeDays } from "../../../src/in-vain/night/count-sql.ts";
import { insertAccess } from "../../../src/measures/capacity/capacity-sql.ts";
import { countDay, measureDay } from "../../../src/measures/measure-days.ts";
import { completenessOf } from "../../../src/measures/measures.ts";
import { sumWeeks } from "../../../src/measures/national/sum-weeks.ts";
import { officeWaitOf } from "../../../src/measures/promises/promise-sql.ts";
import { renewOfficeWait, scoreDay } from "../../../src/measures/promises/renew.ts";
import { claimMeasuring, noteMeasured } from "../../../src/measures/sql.ts";
import type { MeasuredVisit } from "../../../src/measures/visit.ts";
import type { Tx } from "../../../src/platform/database/sql.ts";
import { dateOf } from "../../../src/platform/time.ts";
import { seedRowOf } from "../appointment-rows.ts";
import { writeAppointments } from "../appointments-sql.ts";
import { bookedOnline } from "../booked-online.ts";
import type { StaffedPlan } from "../furnish.ts";
import { type Random, randomOf } from "../random.ts";
import { strangers } from "../visitors.ts";
import { type Habits, habitsOf } from "./habits.ts";
import { inVainSums } from "./in-vain-sums.ts";
import { type CataloguedService, type PastDay, pastDays } from "./past-days.ts";
import { recordedVisit } from "./recorded-visit.ts";
import { greekLines } from "./weeks-sql.ts";

export interface PastWeeks {
  readonly now: Temporal.Instant;
  /** Closed weeks, counted as the nightly work would have counted them */
  readonly weeks: number;
  readonly seed: number;
  readonly services: readonly CataloguedService[];
}

interface Past {
  readonly first: Temporal.PlainDate;
  /** From here on visits have rows of their own: the nightly work counts the last seven days anew */
  readonly saved: Temporal.PlainDate;
  /** The first day whose visits whoever furnished the office has written */
  readonly furnished: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/**
 * Gives an office that has been furnished closed weeks: invented visits, counted by the program's own functions. Those of the
 * week before this one are written as appointments, all earlier ones are counted alone.
 */
export async function writeWeeks(tx: Tx, office: number, work: StaffedPlan, wish: PastWeeks): Promise<void> {
  if (!(await claimMeasuring(tx, office))) throw new Error("Another process is counting the days of the office");
  const past = pastOf(wish);
  const { code } = work.plan;
  const habits = habitsOf(code, wish.seed);
  const random = randomOf(wish.seed, "weeks", code);
  const to = past.furnished.subtract({ days: 1 });
  const days = pastDays(tx, office, { from: past.first, to, habits, services: wish.services, random });
  const counted: CountedDay[] = [];
  for await (const day of days) counted.push(await countPastDay(tx, office, day, { work, wish, past, random, habits }));
  for (let date = past.furnished; isUntil(date, past.last); date = date.add({ days: 1 }))
    counted.push({ date, visits: await measureDay(tx, office, date) });
  await scoreDays(tx, office, counted);
  await sumWeeks(tx, office, { from: past.first, to: past.last });
  await countPastInVain(tx, office, counted, random);
  await noteMeasured(tx, office, past.last);
}

export const firstPastDay = ({ now, weeks }: Pick<PastWeeks, "now" | "weeks">): Temporal.PlainDate =>
  mondayBefore(now).subtract({ weeks });

const mondayBefore = (now: Temporal.Instant): Temporal.PlainDate => {
  const today = dateOf(now);
  return today.subtract({ days: today.dayOfWeek - 1 });
};

function pastOf(wish: PastWeeks): Past {
  const monday = mondayBefore(wish.now);
  return {
    first: firstPastDay(wish),
    saved: monday.subtract({ weeks: 1 }),
    furnished: monday.subtract({ days: 2 }),
    last: dateOf(wish.now).subtract({ days: 1 }),
  };
}

const isUntil = (date: Temporal.PlainDate, last: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(date, last) <= 0;

interface CountedDay {
  readonly date: Temporal.PlainDate;
  readonly visits: readonly MeasuredVisit[];
}

interface Counting {
  readonly work: StaffedPlan;
  readonly wish: PastWeeks;
  readonly past: Past;
  readonly random: Random;
  readonly habits: Habits;
}

async function countPastDay(tx: Tx, office: number, day: PastDay, counting: Counting): Promise<CountedDay> {
  const { past, random, habits } = counting;
  const { date, open } = day;
  if (open.length > 0) await insertAccess(tx, office, date, Math.max(0, habits.access + random.whole(-1, 2)));
  if (isUntil(past.saved, date)) {
    await writePastDay(tx, office, day, counting);
    return { date, visits: await measureDay(tx, office, date) };
  }
  const visits = measuredVisits(day, counting);
  await countDay(tx, office, date, { visits, open });
  return { date, visits };
}

function measuredVisits({ date, queues, visits }: PastDay, { wish, random }: Counting): MeasuredVisit[] {
  const services = new Map(wish.services.map((service) => [service.code, service]));
  const isPublic = (number: number) => queues.find(({ queue }) => queue.number === number)?.queue.public === true;
  return visits.flatMap((one) => recordedVisit(one, { date, services, isPublic, random }) ?? []);
}

async function writePastDay(tx: Tx, office: number, { queues, visits }: PastDay, counting: Counting): Promise<void> {
  const { work, wish, random } = counting;
  const chance = {
    services: wish.services,
    fill: counting.habits.fill,
    random,
    visitors: strangers(random),
    hands: work.hands,
  };
  const rows = visits.map(({ visit, story }) => {
    const row = seedRowOf(visit, story, random.uuid(), chance);
    return queues.find(({ queue }) => queue.number === visit.queue)?.queue.public ? bookedOnline(row) : row;
  });
  await writeAppointments(tx, office, rows);
}

/** What was said of waiting was renewed at the end of each week. @param days in their order, without a gap */
async function scoreDays(tx: Tx, office: number, days: readonly CountedDay[]): Promise<void> {
  let said = await officeWaitOf(tx, office);
  for (const { date, visits } of days) {
    if (said && visits.length > 0) await scoreDay(tx, office, date, { visits, said });
    if (date.dayOfWeek !== 7 && date !== days.at(-1)?.date) continue;
    await renewOfficeWait(tx, office, date);
    said = await officeWaitOf(tx, office);
  }
}

async function countPastInVain(tx: Tx, office: number, counted: readonly CountedDay[], random: Random): Promise<void> {
  const lines = await greekLines(tx);
  const days = counted.map(({ date, visits }) => {
    const { complete, visits: of } = completenessOf(visits);
    return { date, visits, complete, of };
  });
  const inVain = inVainSums(days, { random, linesOf: (service) => lines.get(service) ?? [] });
  await addWeekSums(tx, inVain.sums);
  await addWeekDays(tx, inVain.days);
  const last = counted.at(-1);
  if (last) await closeDays(tx, office, last.date);
}
