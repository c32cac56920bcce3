import { appointedOf } from "./appointed-day.ts";
import { dateAt, secondOn } from "./athens.ts";
import { beginWith } from "./counters.ts";
import { sayInVain } from "./in-vain/say-in-vain.ts";
import type { Care, OfficePlan } from "./plans.ts";
import { numberAtScreen } from "./ranges/screen.ts";
import type { Stage, StagedOffice, Visitor } from "./stage.ts";
import { step } from "./visitors.ts";
import { number } from "./walk-ins.ts";

/** A day of an office whose clerk presses each step when it happens, but for a few. */

interface CarefulDay {
  readonly date: string;
  readonly opens: number;
  readonly closes: number;
  /** Of all days of the play, from 0 to 1 */
  readonly share: number;
}

export function planCarefulDay(stage: Stage, place: StagedOffice, plan: OfficePlan, day: CarefulDay): void {
  const care = plan.care as Care;
  if (stage.log.holidays.has(day.date)) return;
  stage.agenda.add(secondOn(day.date, 430), async () => {
    for (const visitor of place.visits)
      if (!visitor.isNumber && visitor.status === "booked" && dateAt(appointedOf(visitor)) === day.date)
        planVisit(stage, place, visitor, paceOf(care, day));
  });
  // All of them in two hours of the morning: of an hour enough are there to say something.
  for (let comer = 0; comer < plan.comers; comer++)
    stage.agenda.add(secondOn(day.date, 540) + stage.random.whole(0, 7_199), async () => {
      const isAtScreen = place.screen !== null && (day.share > 0.5 || stage.random.chance(0.1));
      const visitor = await (isAtScreen ? numberAtScreen : number)(stage, place);
      if (visitor?.status === "arrived") waits(stage, place, visitor, paceOf(care, day));
    });
}

interface Pace extends Pick<Care, "noShows" | "slow" | "isSilent" | "forgets"> {}

/** Where numbers are promised something it goes slowly for some weeks, and then as before. */
const paceOf = (care: Care, { share }: CarefulDay): Pace =>
  care.hasScreen && share > 0.65 && share < 0.8 ? { ...care, slow: 0.8 } : care;

function planVisit(stage: Stage, place: StagedOffice, visitor: Visitor, pace: Pace): void {
  const { random, agenda } = stage;
  const appointed = appointedOf(visitor);
  visitor.isLeftAlone = true;
  const at = (second: number, act: () => Promise<unknown>) =>
    agenda.add(Math.max(second, stage.now()), async () => void (await act()));
  if (random.chance(pace.noShows)) {
    at(appointed + 700, async () => visitor.status === "booked" && step(stage, place, visitor, "no-show"));
    return;
  }
  const early = random.chance(0.1) ? -random.whole(60, 600) : random.whole(30, 900);
  at(appointed - early, async () => {
    if (visitor.status === "booked" && (await step(stage, place, visitor, "arrival")))
      waits(stage, place, visitor, pace);
  });
}

/** Of those who were told how long, most to the second where one more would be another outcome. */
function secondsFor({ random }: Stage, { log }: StagedOffice, visitor: Visitor, slow: number): number {
  const range = log.told.findLast(({ visit }) => visit === visitor.log)?.range;
  if (range && random.chance(0.8)) {
    const [from, to] = range;
    return random.pick([from * 60, (to + 1) * 60 - 1, (to + 1) * 60]) - random.pick([0, 0, 1]);
  }
  return random.chance(slow) ? random.whole(700, 3_000) : random.whole(60, 600);
}

const NOTED_LATE = 0.03;

/** They went away, which nobody saw: it is noted in the morning. */
function notedNextDay(stage: Stage, place: StagedOffice, visitor: Visitor): void {
  stage.agenda.add(stage.now() + 80_000, async () => {
    if (visitor.status === "arrived") await step(stage, place, visitor, "departure");
  });
}

/** Until it begins, or until they have had enough of it; then it ends after some minutes. */
function waits(stage: Stage, place: StagedOffice, visitor: Visitor, { slow, isSilent, forgets = 0 }: Pace): void {
  const { random, agenda } = stage;
  const seconds = secondsFor(stage, place, visitor, slow);
  const since = visitor.isNumber ? stage.now() : Math.max(stage.now(), appointedOf(visitor));
  if (isSilent) return;
  agenda.add(since + seconds, async () => {
    if (visitor.status !== "arrived") return;
    if (random.chance(0.05)) return void (await step(stage, place, visitor, "departure"));
    if (!visitor.isNumber && random.chance(NOTED_LATE)) return notedNextDay(stage, place, visitor);
    const counter = random.whole(1, place.log.queues.length);
    const begin = visitor.isNumber
      ? beginWith(stage, place, visitor, counter)
      : step(stage, place, visitor, "service-start");
    if (!(await begin) || random.chance(forgets)) return;
    agenda.add(stage.now() + random.whole(120, 700), async () => {
      if (visitor.status === "in-service" && (await step(stage, place, visitor, "completion")))
        await sayInVain(stage, place, visitor);
    });
  });
}
