import { appointedOf } from "./appointed-day.ts";
import { clockAt, dateAt, minuteAt, secondOn } from "./athens.ts";
import { ask, type Stage, type StagedOffice, type Visitor } from "./stage.ts";
import { enter, mark, placeIn, saw } from "./visitors.ts";

/** What was noted on a printed sheet while the program could not be reached, brought in later. */

type Ticked = "arrived" | "served" | "no-show";
const STEPS = { arrived: ["came"], served: ["came", "begun", "ended"], "no-show": ["missed"] } as const;
const ORDER = ["booked", "arrived", "in-service", "served"];

interface Sheet {
  readonly date: string;
  readonly ticks: readonly (readonly [Visitor, Ticked])[];
  /** Minutes of the date; null: left */
  readonly walkIns: readonly { readonly came: number; readonly until: number | null }[];
}

/** Those of a date that may still be ticked: awaited, or here. */
export function openRows(place: StagedOffice, date: string): Visitor[] {
  return place.visits.filter(
    (one) => !one.isNumber && ["booked", "arrived"].includes(one.status) && dateAt(appointedOf(one)) === date,
  );
}

export async function bringIn(stage: Stage, place: StagedOffice, sheet: Sheet): Promise<void> {
  const { log, clerk } = place;
  const body = {
    marks: sheet.ticks.map(([{ id, version }, status]) => ({ id, version, status })),
    walkIns: sheet.walkIns.map(({ came, until }) => ({
      time: clockAt(came),
      until: until === null ? null : clockAt(until),
      service: "signature",
    })),
  };
  const known = await rowsOn(place, sheet.date);
  const path = `${log.code}/days/${sheet.date}/catch-up`;
  const answer = await ask(stage, clerk, "paper", ["POST", path], { body });
  if (!answer) return;
  const at = stage.now();
  const marked: Visitor[] = [];
  for (const [visitor, ticked] of sheet.ticks) {
    const steps = STEPS[ticked].slice(ticked === "no-show" ? 0 : Math.max(0, ORDER.indexOf(visitor.status)));
    for (const kind of steps) mark(visitor, { kind, at, isPaper: true });
    saw(visitor, { version: visitor.version + steps.length, status: ticked });
    visitor.isLeftAlone = true;
    if (steps.length > 0) marked.push(visitor);
  }
  const added = (await rowsOn(place, sheet.date)).filter(({ id }) => !known.some((one) => one.id === id));
  for (const row of added) marked.push(enterServed(stage, place, row));
  for (const { came, until } of sheet.walkIns) if (until === null) marked.push(enterLeft(stage, place, sheet, came));
  if (stage.random.chance(0.2)) await takeBack(stage, place, answer.id, marked, at);
}

async function rowsOn({ clerk, log }: StagedOffice, date: string) {
  return (await clerk.ask("GET", `${log.code}/days/${date}`)).body.appointments as { readonly id: string }[];
}

function enterServed(stage: Stage, place: StagedOffice, row: object): Visitor {
  const at = stage.now();
  const { queue } = row as { readonly queue: number };
  const visitor = enter(stage, place, row, [
    { kind: "made", at, isPaper: true, place: placeIn(row) },
    { kind: "came", at, isPaper: true, isAtOnce: true },
    { kind: "begun", at, isPaper: true, counter: queue },
    { kind: "ended", at, isPaper: true },
  ]);
  visitor.isLeftAlone = true;
  return visitor;
}

/** A number that has left, of the date of the sheet. */
function enterLeft(stage: Stage, place: StagedOffice, { date }: Sheet, came: number): Visitor {
  const at = stage.now();
  const answer = { id: "", version: 0, status: "left", number: "", service: "signature" };
  const noPlace = { queue: 0, minutes: 0, from: secondOn(date, came) };
  return enter(stage, place, answer, [
    { kind: "number", at, isPaper: true, place: noPlace },
    { kind: "left", at, isPaper: true },
  ]);
}

/** The wrong sheet: all of it goes. */
async function takeBack(
  stage: Stage,
  place: StagedOffice,
  id: string,
  marked: readonly Visitor[],
  at: number,
): Promise<void> {
  const answer = await ask(stage, place.clerk, "paper back", ["POST", `${place.log.code}/catch-ups/${id}/undo`]);
  if (!answer) return;
  for (const visitor of marked) {
    const own = visitor.log.marks.filter((each) => each.isPaper && each.at === at && each.takenBack === null);
    for (const each of own) each.takenBack = stage.now();
    const isStill = visitor.log.marks.some(({ takenBack }) => takenBack === null);
    visitor.version += own.length;
    const status = visitor.log.marks.some(isHere) ? "arrived" : "booked";
    visitor.status = isStill ? status : "cancelled";
  }
}

const isHere = ({ kind, takenBack }: { readonly kind: string; readonly takenBack: number | null }): boolean =>
  kind === "came" && takenBack === null;

/** At random of what a date left open, and who came besides. */
export function someSheet(stage: Stage, place: StagedOffice, date: string, share: number): Sheet {
  const { random } = stage;
  const rows = openRows(place, date).filter((one) => random.chance(share) && appointedOf(one) + 1200 < stage.now());
  const latest = dateAt(stage.now()) === date ? minuteAt(stage.now()) : 1440;
  const times = [0, 1, 2].map(() => random.whole(500, 780)).filter((came) => came + 20 < latest);
  return {
    date,
    ticks: rows.map((one) => [one, tickFor(stage, one)] as const),
    walkIns: times
      .filter(() => random.chance(0.4))
      .map((came) => ({ came, until: random.chance(0.6) ? came + random.whole(4, 15) : null })),
  };
}

function tickFor({ random }: Stage, { status }: Visitor): Ticked {
  if (status === "arrived") return "served";
  return random.pick(["arrived", "served", "served", "no-show"] as const);
}
