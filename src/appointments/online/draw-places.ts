import { randomUUIDv7 } from "node:crypto";
import { overlaps, subtract } from "../../availability/intervals.ts";
import { announceJob } from "../../live/announce.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { epochMinute, type Interval } from "../../platform/time.ts";
import type { Place } from "../place/offer.ts";
import type { AppointmentRow } from "../sql.ts";
import {
  type DrawnHold,
  deleteDrawPlace,
  drawnHolds,
  type HeldDrawPlace,
  lockDraw,
  noteDrawnGone,
  placesOfHold,
  visitsByNeed,
  writeDrawPlace,
} from "./draw-places-sql.ts";
import { giveBack } from "./give-back.ts";
import { holdPlace } from "./hold-place.ts";

/** Later nobody could be asked whether they come */
const LEAST_NOTICE = { hours: 3 } as const;

type PlaceOfVisit = Pick<AppointmentRow, "queue" | "starts_at" | "ends_at">;

/** A visit that leaves its place, or some of it. */
interface Vacancy {
  readonly id: string;
  /** Where it is from now on; null: nowhere */
  readonly goesTo: PlaceOfVisit | null;
}

interface Vacancies {
  readonly visits: readonly Vacancy[];
  /** By a change of rules: nobody is served there any more */
  readonly isClosed: boolean;
}

/**
 * A place that was drawn goes on in the drawn order, never to whoever is fastest: it is held again in the same transaction in which
 * its visit gives it up. One that was given by need goes back to its draw, while that takes wishes.
 * @returns the visits whose places are held again: nobody else is offered them
 */
export async function keepForDraws(
  tx: Tx,
  officeId: number,
  { visits, isClosed }: Vacancies,
  at: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  const ids = visits.map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const drawn = await drawnHolds(tx, officeId, ids);
  const kept = new Set<string>();
  const goesTo = new Map(visits.map((visit) => [visit.id, visit.goesTo]));
  const keeping = (id: string): Keeping => ({ isClosed, goesTo: goesTo.get(id) ?? null, at });
  for (const visit of await visitsByNeed(tx, officeId, ids))
    if (await isDrawnAfterAll(tx, officeId, visit, keeping(visit.hold))) kept.add(visit.hold);
  for (const visit of drawn) if (await isKept(tx, officeId, visit, keeping(visit.hold))) kept.add(visit.hold);
  if (drawn.length > 0) announceJob(tx, "draws");
  return kept;
}

interface Keeping {
  readonly isClosed: boolean;
  readonly goesTo: PlaceOfVisit | null;
  readonly at: Temporal.Instant;
}

async function isKept(tx: Tx, officeId: number, visit: DrawnHold, { isClosed, goesTo, at }: Keeping): Promise<boolean> {
  if ((await lockDraw(tx, visit.draw)) !== "drawn") return false;
  const places = await placesOfHold(tx, officeId, visit.hold);
  // It has become longer: nobody has given up anything.
  if (places.every((place) => takesOf(goesTo, place) === "all")) return true;
  const [first] = places;
  const isTooLate = !first || Temporal.Instant.compare(first.startsAt, at.add(LEAST_NOTICE)) < 0;
  if (!isClosed && !isTooLate) {
    for (const place of places) await holdUnlessTaken(tx, officeId, place, { goesTo, hold: visit.hold, at });
    await noteDrawnGone(tx, visit, { answer: "left", events: ["left"] }, at);
    return true;
  }
  for (const place of places) await writeDrawPlace(tx, officeId, place, { state: "closed", hold: visit.hold });
  // Who has lost it by a closing waits again; not who gave it up, or was given another time.
  const waitsAgain = isClosed && !goesTo;
  const events = waitsAgain ? (["lost"] as const) : (["lost", "left"] as const);
  await noteDrawnGone(tx, visit, { answer: waitsAgain ? "lost" : "left", events }, at);
  return false;
}

interface Leaving extends Omit<Keeping, "isClosed"> {
  readonly hold: string;
}

/** What the visit still takes nobody else can have: it closes once it is known who would have got it. */
async function holdUnlessTaken(
  tx: Tx,
  officeId: number,
  place: HeldDrawPlace,
  { goesTo, hold, at }: Leaving,
): Promise<void> {
  if (takesOf(goesTo, place)) await writeDrawPlace(tx, officeId, place, { state: "free", hold });
  else await holdForDraw(tx, officeId, place, at);
}

/** How much of a place the visit takes; null: nothing */
function takesOf(visit: PlaceOfVisit | null, place: HeldDrawPlace): "all" | "some" | null {
  if (visit?.queue !== place.queue) return null;
  const own = { from: epochMinute(visit.starts_at), to: epochMinute(visit.ends_at) };
  if (!overlaps(own, intervalOf(place))) return null;
  return subtract(intervalOf(place), [own]).length === 0 ? "all" : "some";
}

const intervalOf = ({ startsAt, endsAt }: HeldDrawPlace): Interval => ({
  from: epochMinute(startsAt),
  to: epochMinute(endsAt),
});

/** What was given by need is one place; once the draw is closed it is everybody's. */
async function isDrawnAfterAll(
  tx: Tx,
  officeId: number,
  { draw, hold }: Pick<DrawnHold, "draw" | "hold">,
  { isClosed, goesTo, at }: Keeping,
): Promise<boolean> {
  if ((await lockDraw(tx, draw)) !== "open") return false;
  const places = await placesOfHold(tx, officeId, hold);
  if (places.every((place) => takesOf(goesTo, place) === "all")) return true;
  const isGone = isClosed || places.some((place) => takesOf(goesTo, place));
  for (const place of places)
    if (isGone) await deleteDrawPlace(tx, officeId, place);
    else await holdForDraw(tx, officeId, place, at);
  return !isGone;
}

/** The places that a row holds for a draw or for whoever was drawn: held each by itself, for whoever comes next in its order. */
export async function holdApart(tx: Tx, officeId: number, hold: string, at: Temporal.Instant): Promise<void> {
  const places = await placesOfHold(tx, officeId, hold);
  await giveBack(tx, officeId, [hold], at);
  for (const place of places) await holdForDraw(tx, officeId, place, at);
}

async function holdForDraw(tx: Tx, officeId: number, place: HeldDrawPlace, now: Temporal.Instant): Promise<void> {
  const { queue, service } = place;
  const hold = await holdOfDraw(tx, officeId, { queue, visit: intervalOf(place), service }, now);
  await writeDrawPlace(tx, officeId, place, { state: "free", hold });
}

interface PlaceOfDraw extends Place {
  /** All that is done, as `visitText` writes it */
  readonly service: string;
}

/**
 * The one way to hold a place for a draw: for whoever it goes to, so that nobody had to ask for it. Its row of `draw_place` is written
 * in the same transaction. @returns the new row's id
 */
export async function holdOfDraw(
  tx: Tx,
  officeId: number,
  { service, ...place }: PlaceOfDraw,
  now: Temporal.Instant,
): Promise<string> {
  const id = randomUUIDv7();
  await holdPlace(tx, { id: officeId }, place, { id, service, language: "el", now, later: false });
  return id;
}
