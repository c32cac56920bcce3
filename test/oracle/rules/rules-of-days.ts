import { dayAfter, secondOn, weekdayOf } from "../athens.ts";
import type { OfficePlan } from "../plans.ts";
import type { Stage, StagedOffice } from "../stage.ts";
import { addQueue, changeHours, endQueue, except, switchQueue } from "./rulers.ts";
import { bringLines, closeNation, inCatalogue, seat, takeMinutes } from "./settings.ts";

/** What heads change of their rules in the course of the days, each at its share of them. */

interface Day {
  readonly date: string;
  readonly count: number;
  readonly days: number;
}

export function planRules(stage: Stage, day: Day, plans: readonly OfficePlan[]): void {
  if (isAt(day, 0.5))
    stage.agenda.add(secondOn(day.date, 600), () => inCatalogue(stage, stage.ministry, "papers", { minutes: 12 }));
  if (isAt(day, 0.3))
    stage.agenda.add(secondOn(day.date, 605), () =>
      closeNation(stage, stage.ministry, dayAfter(day.date, 7 - weekdayOf(day.date))),
    );
  if (isAt(day, 0.25))
    stage.agenda.add(secondOn(day.date, 607), () =>
      inCatalogue(stage, stage.ministry, "papers", { group: "certificates" }),
    );
  if (isAt(day, 0.6))
    stage.agenda.add(secondOn(day.date, 607), () => inCatalogue(stage, stage.ministry, "papers", { group: "other" }));
  if (isAt(day, 0.55)) {
    const bring = (code: string, lines: readonly string[]) =>
      stage.agenda.add(secondOn(day.date, 606), () => bringLines(stage, stage.ministry, code, lines));
    bring("signature", ["ταυτότητα", "το έγγραφο ανυπόγραφο"]);
    bring("papers", ["αίτηση"]);
  }
  if (isAt(day, 0.9))
    stage.agenda.add(secondOn(day.date, 610), () => inCatalogue(stage, stage.ministry, "papers", { minutes: 18 }));
  for (const [index, place] of stage.places.entries()) RULES[plans[index]?.name as string]?.(stage, place, day);
}

type Rules = (stage: Stage, place: StagedOffice, day: Day) => void;

/** The first working day at that share of all. */
const isAt = ({ date, count, days }: Day, share: number): boolean => {
  const at = Math.floor(share * days);
  const isWorkday = weekdayOf(date) < 6;
  return isWorkday && count >= at && count < at + 3 && (count === at || weekdayOf(date) === 1);
};

/** How many may sit, how long things take, and other hours: said, and said otherwise. */
const settings: Rules = (stage, place, day) => {
  const at = (minute: number, act: () => Promise<void>) => stage.agenda.add(secondOn(day.date, minute), act);
  if (isAt(day, 0.1)) at(500, () => seat(stage, place, 3));
  if (isAt(day, 0.7)) at(500, () => seat(stage, place, 1));
  if (isAt(day, 0.2)) at(520, () => takeMinutes(stage, place, "papers", 20));
  if (isAt(day, 0.8)) at(530, () => takeMinutes(stage, place, "papers", null));
};

const RULES: Readonly<Record<string, Rules>> = {
  "told how long": settings,
  slow: (stage, place, day) => {
    const at = (minute: number, act: () => Promise<unknown>) =>
      stage.agenda.add(secondOn(day.date, minute), async () => void (await act()));
    const later = { queue: 1, from: dayAfter(day.date), to: null, week: { 5: [[510, 840] as const] } };
    if (isAt(day, 0.3)) at(620, () => changeHours(stage, place, later));
    if (isAt(day, 0.4))
      at(621, async () => {
        const back = await changeHours(stage, place, { ...later, week: { 4: [] } });
        stage.agenda.add(secondOn(day.date, 640), back);
      });
    const lunch = {
      queue: null,
      first: dayAfter(day.date),
      last: dayAfter(day.date),
      part: ["12:00", "12:30"] as const,
    };
    for (const share of [0.5, 0.6, 0.7]) if (isAt(day, share)) at(622, () => except(stage, place, "closed", lunch));
  },
  "every day of the week": (stage, place, day) => {
    const at = (minute: number, act: () => Promise<void>) => stage.agenda.add(secondOn(day.date, minute), act);
    const tomorrow = dayAfter(day.date);
    if (isAt(day, 0.2))
      at(540, async () => {
        const week = { 6: [[540, 780] as const], 7: [] };
        await changeHours(stage, place, { queue: 2, from: tomorrow, to: null, week });
        const season = { queue: 1, from: tomorrow, to: dayAfter(day.date, 8), week: { 3: [[480, 720] as const] } };
        await changeHours(stage, place, season);
      });
    if (isAt(day, 0.5))
      at(541, async () => {
        const back = await changeHours(stage, place, { queue: 1, from: tomorrow, to: null, week: { 7: [] } });
        stage.agenda.add(secondOn(day.date, 580), back);
      });
  },
  "three queues at two counters": (stage, place, day) => {
    settings(stage, place, day);
    if (!isAt(day, 0.4)) return;
    const date = dayAfter(day.date, 1);
    for (const queue of [2, 3])
      stage.agenda.add(secondOn(day.date, 650), () =>
        except(stage, place, "closed", { queue, first: date, last: date, part: null, reason: "Εκπαίδευση" }),
      );
  },
  "a queue that ends": (stage, place, day) => {
    const at = (minute: number, act: () => Promise<void>) => stage.agenda.add(secondOn(day.date, minute), act);
    if (isAt(day, 0.35))
      at(723, async () => {
        const back = await endQueue(stage, place, 3);
        stage.agenda.add(secondOn(dayAfter(day.date, 1), 583), back);
      });
    if (isAt(day, 0.6)) at(695, async () => void (await endQueue(stage, place, 3)));
    if (isAt(day, 0.45)) at(601, () => switchQueue(stage, place, { number: 2, isActive: false, dates: null }));
    if (isAt(day, 0.52)) at(655, () => switchQueue(stage, place, { number: 2, isActive: true, dates: null }));
  },
  "a queue for some dates": (stage, place, day) => {
    const at = (minute: number, act: () => Promise<void>) => stage.agenda.add(secondOn(day.date, minute), act);
    const week: readonly [string, string] = [day.date, dayAfter(day.date, 6)];
    if (isAt(day, 0)) at(425, () => switchQueue(stage, place, { number: 3, isActive: false, dates: null }));
    if (isAt(day, 0.2)) at(611, () => switchQueue(stage, place, { number: 3, isActive: true, dates: week }));
    if (isAt(day, 0.26)) at(641, () => switchQueue(stage, place, { number: 3, isActive: false, dates: null }));
    if (isAt(day, 0.4))
      at(650, () => switchQueue(stage, place, { number: 2, isActive: false, dates: [day.date, day.date] }));
    if (isAt(day, 0.5)) at(470, () => switchQueue(stage, place, { number: 3, isActive: true, dates: week }));
    if (isAt(day, 0.55)) at(705, async () => void (await endQueue(stage, place, 3)));
  },
  "closed in the end": (stage, place, day) => {
    const whole = { queue: null, part: null };
    if (isAt(day, 0.3))
      stage.agenda.add(secondOn(day.date, 560), () =>
        except(stage, place, "closed", {
          queue: 2,
          first: day.date,
          last: dayAfter(day.date),
          part: ["10:00", "12:30"],
        }),
      );
    if (isAt(day, 0.4))
      stage.agenda.add(secondOn(day.date, 570), () =>
        except(stage, place, "closed", { ...whole, first: dayAfter(day.date, 1), last: dayAfter(day.date, 2) }),
      );
    if (isAt(day, 0.8))
      stage.agenda.add(secondOn(day.date, 570), () =>
        except(stage, place, "closed", { ...whole, first: dayAfter(day.date, 1), last: dayAfter(day.date, 99) }),
      );
  },
  "four queues": (stage, place, day) => {
    const off = (minute: number, first: number, last: number) =>
      stage.agenda.add(secondOn(day.date, minute), () =>
        switchQueue(stage, place, {
          number: 3,
          isActive: false,
          dates: [dayAfter(day.date, first), dayAfter(day.date, last)],
        }),
      );
    if (isAt(day, 0.15)) off(660, 0, 1);
    if (isAt(day, 0.65)) off(661, 2, 3);
    if (isAt(day, 0.65)) off(662, 4, 4);
    if (isAt(day, 0.5) && place.log.queues.length === 4)
      stage.agenda.add(secondOn(day.date, 631), () => addQueue(stage, place, "08:00", "13:00"));
    if (isAt(day, 0.3)) {
      const saturday = dayAfter(day.date, 6 - weekdayOf(day.date));
      const part = ["09:00", "12:00"] as const;
      stage.agenda.add(secondOn(day.date, 590), () =>
        except(stage, place, "extra", { queue: 1, first: saturday, last: saturday, part }),
      );
    }
  },
};
