import { secondOn } from "./athens.ts";
import type { LogPlace, Mark } from "./log.ts";
import { ask, type Stage, type StagedOffice, type Visitor } from "./stage.ts";

/** Acts on one visit, by the program and in the log alike. */

// biome-ignore lint/suspicious/noExplicitAny: an appointment or a number as the API answers it
type Answer = any;

const KINDS = {
  arrival: "came",
  "service-start": "begun",
  completion: "ended",
  "no-show": "missed",
  departure: "left",
} as const;
type StepName = keyof typeof KINDS;

export const placeIn = ({ date, time, queue, minutes }: Answer): LogPlace => ({
  queue,
  minutes,
  from: secondOn(date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))),
});

export function mark(visitor: Visitor, given: Omit<Mark, "takenBack">): void {
  visitor.log.marks.push({ ...given, takenBack: null });
}

export function saw(visitor: Visitor, { version, status }: Answer): void {
  visitor.version = version;
  visitor.status = status;
}

/** As it was answered to whoever made it. */
export function enter(
  stage: Stage,
  place: StagedOffice,
  answer: Answer,
  marks: readonly Omit<Mark, "takenBack">[],
): Visitor {
  const isNumber = answer.number !== undefined;
  const services = isNumber
    ? [answer.service].filter((service) => service !== null)
    : [answer.service, ...answer.moreServices, ...answer.companions.flatMap((one: Answer) => one.services)];
  const log = {
    office: place.log.code,
    channel: isNumber ? "in-person" : answer.channel,
    services,
    saidGroup: isNumber ? (answer.serviceGroup ?? null) : null,
    marks: marks.map((each) => ({ ...each, takenBack: null })),
    inVain: [],
  };
  const { id, version, status } = answer;
  const visitor = { log, id, isNumber, version, status, isLeftAlone: false, isKept: false };
  stage.log.visits.push(log);
  place.visits.push(visitor);
  return visitor;
}

const pathOf = ({ log }: StagedOffice, { isNumber, id }: Visitor, what: string): string =>
  `${log.code}/${isNumber ? "tickets" : "appointments"}/${id}/${what}`;

/** One step at the counter. */
export async function step(stage: Stage, place: StagedOffice, visitor: Visitor, name: StepName): Promise<boolean> {
  const path = pathOf(place, visitor, name);
  const body = await ask(stage, place.clerk, name, ["POST", path], { version: visitor.version });
  // A step that was taken before is no other one.
  if (!body || body.version === visitor.version) return false;
  const counter = name === "service-start" ? { counter: body.counter ?? body.queue } : {};
  mark(visitor, { kind: KINDS[name], at: stage.now(), ...counter });
  saw(visitor, body);
  return true;
}

/** To a counter; a number to one that is said. */
export async function call(stage: Stage, place: StagedOffice, visitor: Visitor, counter: number): Promise<boolean> {
  const options = { version: visitor.version, body: { queue: counter, reason: "need" } };
  const body = await ask(stage, place.clerk, "call", ["POST", pathOf(place, visitor, "call")], options);
  if (!body) return false;
  mark(visitor, { kind: "called", at: stage.now(), counter });
  saw(visitor, body);
  return true;
}

/** The last act that stands, taken back. */
export async function undo(stage: Stage, place: StagedOffice, visitor: Visitor): Promise<boolean> {
  const last = visitor.log.marks.findLast(({ takenBack }) => takenBack === null);
  const path = pathOf(place, visitor, "undo");
  const body =
    last && !visitor.isKept && (await ask(stage, place.clerk, "undo", ["POST", path], { version: visitor.version }));
  if (!body) return false;
  last.takenBack = stage.now();
  saw(visitor, body);
  return true;
}

export async function cancel(stage: Stage, place: StagedOffice, visitor: Visitor): Promise<void> {
  const options = { version: visitor.version, body: {} };
  const body = await ask(stage, place.clerk, "cancel", ["POST", pathOf(place, visitor, "cancellation")], options);
  if (!body) return;
  mark(visitor, { kind: "cancelled", at: stage.now() });
  saw(visitor, body);
}

export async function move(
  stage: Stage,
  place: StagedOffice,
  visitor: Visitor,
  to: { readonly date: string; readonly time: string; readonly queue: number },
): Promise<boolean> {
  const path = pathOf(place, visitor, "move");
  const body = await ask(stage, place.clerk, "move", ["POST", path], { version: visitor.version, body: to });
  if (!body) return false;
  mark(visitor, { kind: "moved", at: stage.now(), place: placeIn(body) });
  saw(visitor, body);
  return true;
}

/** Here it ends, there it begins. */
export async function transfer(
  stage: Stage,
  [from, to]: readonly [StagedOffice, StagedOffice],
  visitor: Visitor,
  at: { readonly date: string; readonly time: string; readonly queue: number },
): Promise<void> {
  const options = { version: visitor.version, body: { ...at, office: to.log.code } };
  const path = pathOf(from, visitor, "transfer");
  const body = await ask(stage, from.clerk, "transfer", ["POST", path], options);
  if (!body) return;
  mark(visitor, { kind: "cancelled", at: stage.now() });
  visitor.status = "cancelled";
  enter(stage, to, body, [{ kind: "made", at: stage.now(), place: placeIn(body) }]);
}
