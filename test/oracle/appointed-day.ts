import { dateAt } from "./athens.ts";
import type { Stage, StagedOffice, Visitor } from "./stage.ts";
import { moveSome } from "./telephone.ts";
import { step, undo } from "./visitors.ts";

/** What becomes of each appointment on its day, as far as the visitor and the clerk's slips decide it. */
type Turn = (stage: Stage, place: StagedOffice, visitor: Visitor, appointed: number) => void;

export const appointedOf = ({ log }: Visitor): number =>
  (log.marks.findLast(({ place, takenBack }) => place && takenBack === null)?.place?.from ?? 0) as number;

/** Chooses for each, and puts it on the agenda. */
export function planAppointments(stage: Stage, place: StagedOffice, date: string): void {
  for (const visitor of place.visits) {
    if (visitor.isNumber || visitor.status !== "booked" || dateAt(appointedOf(visitor)) !== date) continue;
    stage.random.weighted(TURNS)(stage, place, visitor, appointedOf(visitor));
  }
}

const comes: Turn = (stage, place, visitor, appointed) => {
  const early = stage.random.weighted([
    [stage.random.whole(0, 1500), 8],
    [0, 1],
    [-stage.random.whole(1, 1500), 3],
  ]);
  at(stage, appointed - early, async () => {
    if (visitor.status === "booked") await step(stage, place, visitor, "arrival");
  });
};

const misses: Turn = (stage, place, visitor, appointed) =>
  at(stage, appointed + stage.random.whole(620, 3000), async () => {
    if (visitor.status === "booked") await step(stage, place, visitor, "no-show");
  });

/** Nobody notes what became of it. */
const nothing: Turn = () => {};

const givesUp: Turn = (stage, place, visitor, appointed) => {
  comes(stage, place, visitor, appointed);
  visitor.isLeftAlone = true;
  at(stage, appointed + stage.random.whole(600, 2400), async () => {
    if (visitor.status === "arrived") await step(stage, place, visitor, "departure");
  });
};

/** They are served, and nobody presses. */
const isForgotten: Turn = (stage, place, visitor, appointed) => {
  comes(stage, place, visitor, appointed);
  visitor.isLeftAlone = true;
};

/** In the morning somebody goes over what was left open. */
const isNotedNextDay: Turn = (stage, place, visitor, appointed) => {
  const { random } = stage;
  if (random.chance(0.6)) isForgotten(stage, place, visitor, appointed);
  const way = random.pick([["departure"], ["service-start"], ["service-start", "completion"]] as const);
  const missed = random.chance(0.3);
  at(stage, appointed + 86_400 - random.whole(0, 5000), async () => {
    if (visitor.status === "booked" && missed) return void (await step(stage, place, visitor, "no-show"));
    if (visitor.status === "booked") await step(stage, place, visitor, "arrival");
    for (const [index, name] of way.entries())
      at(stage, stage.now() + 5 + index * random.whole(4, 100), async () => {
        if (name === "completion" || visitor.status === "arrived") await step(stage, place, visitor, name);
      });
  });
};

/** The wrong row was pressed. */
const isPressedByMistake: Turn = (stage, place, visitor, appointed) => {
  const isMissed = stage.random.chance(0.5);
  at(stage, appointed + (isMissed ? 700 : -300), async () => {
    if (visitor.status !== "booked") return;
    if (!(await step(stage, place, visitor, isMissed ? "no-show" : "arrival"))) return;
    visitor.isLeftAlone = true;
    at(stage, stage.now() + 45, async () => {
      await undo(stage, place, visitor);
      visitor.isLeftAlone = false;
      (isMissed ? comes : misses)(stage, place, visitor, stage.now() + 300);
    });
  });
};

/** Days later somebody sees that what was noted last, or all of it, is wrong. */
const isTakenBackLater: Turn = (stage, place, visitor, appointed) => {
  const { random } = stage;
  (random.chance(0.3) ? misses : comes)(stage, place, visitor, appointed);
  at(stage, appointed + random.whole(1, 6) * 86_400 + random.whole(0, 3600), async () => {
    if (visitor.status === "booked" || !(await undo(stage, place, visitor))) return;
    stage.done.set("undo late", (stage.done.get("undo late") ?? 0) + 1);
    if (random.chance(0.4)) await undo(stage, place, visitor);
  });
};

/** To the second where one more would count otherwise: ten whole minutes of waiting, and half a minute of service. */
const isAtEdge: Turn = (stage, place, visitor, appointed) => {
  const { random } = stage;
  visitor.isLeftAlone = true;
  at(stage, appointed - 240, async () => {
    if (visitor.status === "booked") await step(stage, place, visitor, "arrival");
  });
  at(stage, appointed + random.pick([659, 660]), async () => {
    if (visitor.status !== "arrived" || !(await step(stage, place, visitor, "service-start"))) return;
    at(stage, stage.now() + random.pick([29, 30, 300]), async () => {
      if (visitor.status === "in-service") await step(stage, place, visitor, "completion");
    });
  });
};

/** Before or after they have come: another time of the day, or another day. */
const isMoved: Turn = (stage, place, visitor, appointed) => {
  if (stage.random.chance(0.5)) comes(stage, place, visitor, appointed);
  at(stage, appointed + 120, async () => {
    if (visitor.status !== "booked" && visitor.status !== "arrived") return;
    const days = stage.random.pick([0, 1, 2]);
    if (!(await moveSome(stage, place, visitor, days)) || visitor.status !== "booked") return;
    if (stage.random.chance(0.2)) await undo(stage, place, visitor);
    else if (days === 0) comes(stage, place, visitor, appointedOf(visitor));
  });
};

const TURNS: readonly (readonly [Turn, number])[] = [
  [comes, 46],
  [isAtEdge, 8],
  [misses, 10],
  [nothing, 5],
  [givesUp, 7],
  [isForgotten, 4],
  [isNotedNextDay, 7],
  [isPressedByMistake, 7],
  [isTakenBackLater, 10],
  [isMoved, 8],
];

function at(stage: Stage, second: number, act: () => Promise<void>): void {
  stage.agenda.add(Math.max(second, stage.now()), act);
}
