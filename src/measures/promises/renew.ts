import { closedWeeks } from "../../platform/closed-weeks.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import type { MeasuredVisit } from "../visit.ts";
import { ESTIMATE_WEEKS } from "../wait-estimate.ts";
import { waitsOf } from "../waits-sql.ts";
import type { MonthScore, OfficeWait, PromiseKind, Voice } from "./office-wait.ts";
import {
  addOutcomeCounts,
  forgetPromises,
  officeWaitOf,
  outcomesByDay,
  outcomesByMonth,
  replaceOfficeWait,
  takePromises,
} from "./promise-sql.ts";
import { addOutcomes, NO_OUTCOMES, type PromiseOutcomes, promiseCounts, scoreNumbers, scoreUsual } from "./score.ts";
import { isToBeSilent, SILENCE_DAYS } from "./silence.ts";
import { type UsualClass, type UsualWait, usualOf } from "./usual-wait.ts";
import { usualByWeekday, WEEKDAY_WEEKS } from "./weekday-waits.ts";

/**
 * What became of all that was said on a day. Counted once: what is noted of numbers is gone then, and an hour's range was said
 * on the days after the one up to which it was computed.
 * @param said on that day; null: nothing yet
 */
export async function scoreDay(
  tx: Tx,
  office: number,
  date: Temporal.PlainDate,
  { visits, said }: { readonly visits: readonly MeasuredVisit[]; readonly said: OfficeWait | null },
): Promise<void> {
  const numbers = scoreNumbers(await takePromises(tx, office, date), new Map(visits.map((visit) => [visit.id, visit])));
  const isNew = said !== null && date.toString() > said.date;
  const hours = isNew ? scoreUsual(said.usual, !said.voices.hours.isSilent, visits) : [];
  const counts = promiseCounts([...numbers, ...hours]);
  if (counts.length > 0) await addOutcomeCounts(tx, office, date, counts);
}

/** What is said from now on, and whether anything is. @param last the day that has ended */
export async function renewOfficeWait(tx: Tx, office: number, last: Temporal.PlainDate): Promise<void> {
  await forgetPromises(tx, office, last);
  const before = await officeWaitOf(tx, office);
  const outcomes = await outcomesByDay(tx, office, { from: last.subtract({ days: SILENCE_DAYS - 1 }), to: last });
  const voice = (kind: PromiseKind) =>
    nextVoice(
      before?.voices[kind],
      outcomes.filter((day) => day.kind === kind),
      last,
    );
  await replaceOfficeWait(tx, office, {
    date: last.toString(),
    usual: await usualWait(tx, office, last),
    score: await lastMonth(tx, office, last),
    voices: { number: voice("number"), hours: voice("hours") },
  });
}

/** Of the last weeks; of weekdays, which are fewer, of more weeks, and of those that have ended. */
async function usualWait(tx: Read, office: number, last: Temporal.PlainDate): Promise<UsualWait> {
  const to = last.add({ days: 1 });
  const weeks = closedWeeks(to, WEEKDAY_WEEKS);
  const from = to.subtract({ weeks: ESTIMATE_WEEKS }).toString();
  const daysOf = (each: UsualClass) => waitsOf(tx, office, { class: each, from: weeks.from, to });
  const days = { "walk-in": await daysOf("walk-in"), appointment: await daysOf("appointment") };
  const whole = (each: UsualClass) => usualOf(days[each].filter(({ date }) => date >= from));
  const closed = (each: UsualClass) => days[each].filter(({ date }) => date <= weeks.to.toString());
  return {
    "walk-in": whole("walk-in"),
    appointment: whole("appointment"),
    weekdays: usualByWeekday({ "walk-in": closed("walk-in"), appointment: closed("appointment") }),
  };
}

function nextVoice(
  before: Voice | undefined,
  outcomes: readonly (PromiseOutcomes & { readonly date: string })[],
  last: Temporal.PlainDate,
): Voice {
  const today = last.add({ days: 1 }).toString();
  const { isSilent, since } = before ?? { isSilent: false, since: today };
  const known = outcomes.filter(({ date }) => date >= since).reduce(addOutcomes, NO_OUTCOMES);
  const isNext = isToBeSilent(isSilent, known);
  return isNext === isSilent ? { isSilent, since } : { isSilent: isNext, since: today };
}

async function lastMonth(tx: Read, office: number, last: Temporal.PlainDate): Promise<MonthScore> {
  const to = lastClosedDay(last.add({ days: 1 }));
  const outcomes = await outcomesByMonth(tx, office, { from: to.with({ day: 1 }), to });
  const of = (kind: PromiseKind) => outcomes.filter((each) => each.kind === kind).reduce(addOutcomes, NO_OUTCOMES);
  return { month: to.toPlainYearMonth().toString(), number: of("number"), hours: of("hours") };
}

/** Of the month before a day. */
export const lastClosedDay = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.with({ day: 1 }).subtract({ days: 1 });
