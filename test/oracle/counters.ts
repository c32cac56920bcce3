import { about, ask, type Stage, type StagedOffice, type Visitor } from "./stage.ts";
import { call, mark, saw, step, undo } from "./visitors.ts";

/** A clerk at a counter: who is served ends, and whoever is next begins, until the day is over. */
export function serveAtCounter(stage: Stage, place: StagedOffice, counter: number, until: number): void {
  const press = async (): Promise<void> => {
    const begun = await pressOnce(stage, place, counter);
    const wait = begun ? serviceSeconds(stage) : about(stage, 240);
    if (stage.now() + wait < until) stage.agenda.add(stage.now() + wait, press);
  };
  stage.agenda.add(stage.now() + about(stage, 120), press);
}

/** Most take some minutes; some are pressed away at once, some were forgotten. */
const serviceSeconds = ({ random }: Stage): number =>
  random.weighted([
    [random.whole(3, 25), 4],
    [random.whole(120, 900), 80],
    [random.whole(900, 2400), 12],
    [random.whole(4000, 9000), 2],
  ]);

const isHere = ({ status, isLeftAlone }: Visitor): boolean => status === "arrived" && !isLeftAlone;
const asSeen = ({ id, version }: Visitor) => ({ id, version });
/** Where it was begun, or called to, last */
const counterOf = ({ log }: Visitor, kind: "begun" | "called"): number | undefined =>
  log.marks.findLast((each) => each.kind === kind && each.takenBack === null)?.counter;

async function pressOnce(stage: Stage, place: StagedOffice, counter: number): Promise<boolean> {
  const { random } = stage;
  const day = place.visits.filter((visitor) => isOfDay(stage, visitor));
  const served = day.filter((one) => one.status === "in-service" && counterOf(one, "begun") === counter);
  const waiting = day.filter(isHere);
  if (!place.hasDisplay && random.chance(0.3)) return byHand(stage, place, counter, { served, waiting });
  return next(stage, place, counter, { served, waiting });
}

interface CounterPeople {
  readonly served: readonly Visitor[];
  readonly waiting: readonly Visitor[];
}

const isOfDay = (stage: Stage, { log }: Visitor): boolean =>
  log.marks.some(({ at, kind }) => at > stage.now() - 40_000 && ["came", "number"].includes(kind));

/** Two presses instead of one: the end, and then the beginning of somebody of the counter's own plan. */
async function byHand(
  stage: Stage,
  place: StagedOffice,
  counter: number,
  { served, waiting }: CounterPeople,
): Promise<boolean> {
  for (const one of served) {
    if (!(await step(stage, place, one, "completion"))) continue;
    if (stage.random.chance(0.1)) {
      await undo(stage, place, one);
      stage.agenda.add(stage.now() + about(stage, 200), async () => {
        if (one.status === "in-service") await step(stage, place, one, "completion");
      });
      return false;
    }
  }
  const own = waiting.find((one) => !one.isNumber && planOf(one) === counter && counterOf(one, "called") === undefined);
  if (!own) return false;
  if (stage.random.chance(0.3) && (await call(stage, place, own, counter))) return later(stage, place, own, counter);
  return step(stage, place, own, "service-start");
}

/** They are on their way. */
function later(stage: Stage, place: StagedOffice, visitor: Visitor, counter: number): boolean {
  stage.agenda.add(stage.now() + stage.random.whole(15, 110), async () => {
    if (isHere(visitor) && counterOf(visitor, "called") === counter) await step(stage, place, visitor, "service-start");
  });
  return true;
}

const planOf = ({ log }: Visitor): number | undefined =>
  log.marks.findLast(({ place, takenBack }) => place && takenBack === null)?.place?.queue;

/** «Επόμενος» */
async function next(stage: Stage, place: StagedOffice, counter: number, seen: CounterPeople): Promise<boolean> {
  const called = seen.waiting.filter((one) => counterOf(one, "called") === counter);
  const [first] = called;
  if (place.hasDisplay && first && stage.random.chance(0.15) && callsOf(first, counter) < 2) {
    await call(stage, place, first, counter);
    return false;
  }
  const body = requestFor(stage, place, seen, { called, counter });
  if (seen.waiting.length === 0 && body.ends.length === 0) return false;
  const answer = await ask(stage, place.clerk, "next", ["POST", `${place.log.code}/queues/${counter}/next`], { body });
  if (!answer) return false;
  const noted = note(stage, place, counter, answer);
  if (stage.random.chance(0.1)) await undoNext(stage, place, answer.id, noted);
  return answer.started !== null || answer.called !== null;
}

/** A number begins there; whoever is served there goes on. */
export async function beginWith(
  stage: Stage,
  place: StagedOffice,
  visitor: Visitor,
  counter: number,
): Promise<boolean> {
  const served = place.visits.filter((one) => one.status === "in-service" && counterOf(one, "begun") === counter);
  const beside = served.length > 0 && { beside: served.map(asSeen) };
  const body = { ends: [], ...beside, starts: asSeen(visitor), reason: "need" };
  const answer = await ask(stage, place.clerk, "next", ["POST", `${place.log.code}/queues/${counter}/next`], { body });
  if (answer) note(stage, place, counter, answer);
  return answer !== null;
}

const callsOf = ({ log }: Visitor, counter: number): number =>
  log.marks.filter((each) => each.kind === "called" && each.takenBack === null && each.counter === counter).length;

function requestFor(
  stage: Stage,
  place: StagedOffice,
  { served, waiting }: CounterPeople,
  { called, counter }: { readonly called: readonly Visitor[]; readonly counter: number },
) {
  const isGone = place.hasDisplay && called.length > 0 && called.every((one) => callsOf(one, counter) >= 2);
  const chosen = isGone ? undefined : choose(stage, place, called, waiting);
  const beside = stage.random.chance(0.05) ? served : [];
  return {
    ends: served.filter((one) => !beside.includes(one)).map(asSeen),
    ...(beside.length > 0 && { beside: beside.map(asSeen) }),
    ...(chosen && { starts: asSeen(chosen), reason: "need" }),
    ...(isGone && { leaves: called.map(asSeen) }),
  };
}

interface Answer {
  readonly ended: readonly Served[];
  readonly left: readonly Served[];
  readonly called: Served | null;
  readonly started: Served | null;
}

function note(stage: Stage, place: StagedOffice, counter: number, { ended, left, called, started }: Answer): Visitor[] {
  const all = [
    ...ended.map((one) => ({ one, kind: "ended" as const })),
    ...left.map((one) => ({ one, kind: "left" as const })),
    ...[called].flatMap((one) => (one ? { one, kind: "called" as const, counter } : [])),
    ...[started].flatMap((one) => (one ? { one, kind: "begun" as const, counter } : [])),
  ];
  return all.map(({ one: { appointment, ticket }, ...what }) => {
    const answer = appointment ?? ticket;
    const visitor = place.visits.find(({ id }) => id === answer?.id) as Visitor;
    mark(visitor, { ...what, at: stage.now() });
    saw(visitor, answer);
    return visitor;
  });
}

interface Served {
  readonly appointment: { readonly id: string; readonly version: number; readonly status: string } | null;
  readonly ticket: { readonly id: string; readonly version: number; readonly status: string } | null;
}

/** Where a screen calls, whoever was called; else mostly whoever is due, which the program says. */
function choose(
  { random }: Stage,
  { hasDisplay }: StagedOffice,
  called: readonly Visitor[],
  waiting: readonly Visitor[],
): Visitor | undefined {
  if (hasDisplay) return called[0];
  return waiting.length > 0 && random.chance(0.4) ? random.pick(waiting) : undefined;
}

async function undoNext(stage: Stage, place: StagedOffice, id: string, noted: readonly Visitor[]): Promise<void> {
  const answer = await ask(stage, place.clerk, "undo next", ["POST", `${place.log.code}/next/${id}/undo`]);
  if (!answer) return;
  for (const visitor of noted) {
    const last = visitor.log.marks.findLast(({ takenBack }) => takenBack === null);
    if (last) last.takenBack = stage.now();
    saw(visitor, { version: visitor.version + 1, status: last?.kind === "ended" ? "in-service" : "arrived" });
  }
}
