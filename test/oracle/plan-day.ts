import { planAppointments } from "./appointed-day.ts";
import { dayAfter, secondOn, weekdayOf } from "./athens.ts";
import { planCarefulDay } from "./careful-day.ts";
import { serveAtCounter } from "./counters.ts";
import { bookOnline } from "./online.ts";
import { isActive } from "./open-hours.ts";
import { bringIn, openRows, someSheet } from "./paper.ts";
import type { OfficePlan } from "./plans.ts";
import type { Stage, StagedOffice } from "./stage.ts";
import { bookAhead, change } from "./telephone.ts";
import { step } from "./visitors.ts";
import { comeWithout, turnAway } from "./walk-ins.ts";

/** A day of one office: what becomes of those who are expected, and who telephones and comes. */
export function planDay(
  stage: Stage,
  place: StagedOffice,
  plan: OfficePlan,
  { date, count, days }: { readonly date: string; readonly count: number; readonly days: number },
): void {
  const hours = plan.hours.find(({ weekdays }) => weekdays.includes(weekdayOf(date)));
  if (!hours) return;
  const [opens, closes] = [hours.parts[0]?.[0] as number, hours.parts.at(-1)?.[1] as number];
  const day = { date, opens, closes };
  const isOpen = !stage.log.holidays.has(date);
  if (plan.care) {
    if (isOpen) planCalls(stage, place, plan, day);
    planCarefulDay(stage, place, plan, { ...day, share: count / days });
    return;
  }
  const isOut = isOpen && stage.random.chance(0.08);
  if (!isOut) stage.agenda.add(secondOn(date, 430), async () => planAppointments(stage, place, date));
  if (!isOpen) return;
  planCalls(stage, place, plan, day);
  if (isOut) {
    planPaper(stage, place, day);
    return;
  }
  planCounters(stage, place, day);
  planComers(stage, place, plan, day);
}

interface Day {
  readonly date: string;
  readonly opens: number;
  readonly closes: number;
}

const between = ({ random }: Stage, { date, opens, closes }: Day): number =>
  secondOn(date, opens) + random.whole(0, (closes - opens) * 60);

function planCalls(stage: Stage, place: StagedOffice, plan: OfficePlan, day: Day): void {
  for (let call = 0; call < plan.calls; call++)
    stage.agenda.add(between(stage, day), () => telephone(stage, place, plan));
}

function planCounters(stage: Stage, place: StagedOffice, { date, opens, closes }: Day): void {
  for (const counter of place.counters) {
    const until = secondOn(date, closes + stage.random.whole(5, 40));
    stage.agenda.add(secondOn(date, opens - 5), async () => {
      const queue = place.log.queues.find(({ number }) => number === counter);
      if (queue && isActive(queue, date, stage.now(), stage.now())) serveAtCounter(stage, place, counter, until);
    });
  }
}

function planComers(stage: Stage, place: StagedOffice, plan: OfficePlan, day: Day): void {
  const { random, agenda } = stage;
  const { date, closes } = day;
  for (let comer = 0; comer < plan.comers; comer++)
    agenda.add(between(stage, day), async () => {
      const visitor = await comeWithout(stage, place);
      if (!visitor || !random.chance(0.25)) return;
      agenda.add(stage.now() + random.whole(60, 1200), async () => {
        if (visitor.status === "arrived") await step(stage, place, visitor, "departure");
      });
    });
  if (random.chance(0.3)) agenda.add(secondOn(date, closes - 10), () => turnAway(stage, place));
  if (random.chance(0.3))
    agenda.add(secondOn(date, closes + 50), () => bringIn(stage, place, someSheet(stage, place, date, 0.3)));
}

async function telephone(stage: Stage, place: StagedOffice, plan: OfficePlan): Promise<void> {
  if (plan.isOnline && stage.random.chance(0.3)) await bookOnline(stage, place);
  else await bookAhead(stage, place, plan.horizonDays);
  const booked = place.visits.filter(({ status, isKept }) => status === "booked" && !isKept);
  if (stage.random.chance(0.1) && booked.length > 0) await change(stage, place, stage.random.pick(booked));
}

/** A day without the program: two sheets, the second one the day after; a third one comes too late to be counted. */
function planPaper(stage: Stage, place: StagedOffice, { date, closes }: Day): void {
  const bring = (share: number) => async () => {
    if (openRows(place, date).length > 0) await bringIn(stage, place, someSheet(stage, place, date, share));
  };
  stage.agenda.add(secondOn(date, closes + 40), bring(0.6));
  stage.agenda.add(secondOn(dayAfter(date), 545), bring(0.6));
  stage.agenda.add(secondOn(dayAfter(date, 9), 545), bring(0.9));
}
