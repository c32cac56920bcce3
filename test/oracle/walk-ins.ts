import { dateAt } from "./athens.ts";
import { ask, type Stage, type StagedOffice, type Visitor } from "./stage.ts";
import { someFree, someWork } from "./telephone.ts";
import { enter, placeIn, undo } from "./visitors.ts";

/** Who comes without an appointment. */
export async function comeWithout(stage: Stage, place: StagedOffice): Promise<Visitor | null> {
  return stage.random.weighted([
    [placeOrNumber, 5],
    [number, 4],
    [besides, 2],
  ])(stage, place);
}

/** A place that runs or is soon free, or else a number. */
async function placeOrNumber(stage: Stage, place: StagedOffice): Promise<Visitor | null> {
  const service = stage.random.pick(["signature", "papers"]);
  const path = `${place.log.code}/walk-ins`;
  const answer = await ask(stage, place.clerk, "walk-in", ["POST", path], { body: { service } });
  if (!answer) return null;
  return answer.appointment ? enterPlaced(stage, place, answer.appointment) : enterNumber(stage, place, answer.ticket);
}

export async function number(stage: Stage, place: StagedOffice): Promise<Visitor | null> {
  const { random } = stage;
  const body = { service: random.pick(["signature", "papers"]), ...(random.chance(0.1) && { statutory: true }) };
  const answer = await ask(stage, place.clerk, "number", ["POST", `${place.log.code}/tickets`], { body });
  return answer && enterNumber(stage, place, answer);
}

/** With a name and for whatever they want, at a place of today that is free. */
async function besides(stage: Stage, place: StagedOffice): Promise<Visitor | null> {
  const date = dateAt(stage.now());
  const { body: wanted, slots } = someWork(stage);
  const free = someFree(stage, place, date, slots);
  if (!free) return null;
  const { queue, time } = free;
  const who = { lastName: "Ροδίτη", firstName: "Μυρτώ", channel: "in-person", arrived: true };
  const body = { ...who, ...wanted, date, queue, time };
  const answer = await ask(stage, place.clerk, "arrived", ["POST", `${place.log.code}/appointments`], { body });
  return answer && enterPlaced(stage, place, answer);
}

function enterPlaced(stage: Stage, place: StagedOffice, answer: Parameters<typeof placeIn>[0]): Visitor {
  const at = stage.now();
  return enter(stage, place, answer, [
    { kind: "made", at, place: placeIn(answer) },
    { kind: "came", at, isAtOnce: true },
  ]);
}

const enterNumber = (stage: Stage, place: StagedOffice, answer: object): Visitor =>
  enter(stage, place, answer, [{ kind: "number", at: stage.now() }]);

/** Nobody could help; now and then that was a slip. */
export async function turnAway(stage: Stage, place: StagedOffice): Promise<void> {
  const body = { service: "signature", turnedAway: true };
  const answer = await ask(stage, place.clerk, "turned away", ["POST", `${place.log.code}/tickets`], { body });
  if (!answer) return;
  const visitor = enter(stage, place, answer, [{ kind: "refused", at: stage.now() }]);
  if (stage.random.chance(0.2))
    stage.agenda.add(stage.now() + 40, async () => void (await undo(stage, place, visitor)));
}
