import { randomUUIDv7 } from "node:crypto";
import { announceJob } from "../../live/announce.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { epochMinute } from "../../platform/time.ts";
import type { Place } from "../place/offer.ts";
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

/** A visit that leaves its place; where it is a visit still it has another. */
interface Vacancy {
  readonly id: string;
  readonly isVisitStill: boolean;
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
  for (const visit of await visitsByNeed(tx, officeId, ids))
    if (await isDrawnAfterAll(tx, officeId, visit, { isClosed, at })) kept.add(visit.hold);
  for (const visit of drawn) {
    // Who has lost it by a closing waits again; not who gave it up, or was given another time.
    const waitsAgain = isClosed && !visits.some(({ id, isVisitStill }) => id === visit.hold && isVisitStill);
    if (await isKept(tx, officeId, visit, { isClosed, waitsAgain, at })) kept.add(visit.hold);
  }
  if (drawn.length > 0) announceJob(tx, "draws");
  return kept;
}

interface Keeping {
  readonly isClosed: boolean;
  readonly waitsAgain: boolean;
  readonly at: Temporal.Instant;
}

async function isKept(
  tx: Tx,
  officeId: number,
  visit: DrawnHold,
  { isClosed, waitsAgain, at }: Keeping,
): Promise<boolean> {
  if ((await lockDraw(tx, visit.draw)) !== "drawn") return false;
  const places = await placesOfHold(tx, officeId, visit.hold);
  const [first] = places;
  const isTooLate = !first || Temporal.Instant.compare(first.startsAt, at.add(LEAST_NOTICE)) < 0;
  if (isClosed || isTooLate) {
    for (const place of places) await writeDrawPlace(tx, officeId, place, { state: "closed", hold: visit.hold });
    const events = waitsAgain ? (["lost"] as const) : (["lost", "left"] as const);
    await noteDrawnGone(tx, visit, { answer: waitsAgain ? "lost" : "left", events }, at);
    return false;
  }
  for (const place of places) await holdForDraw(tx, officeId, place, at);
  await noteDrawnGone(tx, visit, { answer: "left", events: ["left"] }, at);
  return true;
}

/** What was given by need is one place; once the draw is closed it is everybody's. */
async function isDrawnAfterAll(
  tx: Tx,
  officeId: number,
  { draw, hold }: Pick<DrawnHold, "draw" | "hold">,
  { isClosed, at }: Pick<Keeping, "isClosed" | "at">,
): Promise<boolean> {
  if ((await lockDraw(tx, draw)) !== "open") return false;
  for (const place of await placesOfHold(tx, officeId, hold))
    if (isClosed) await deleteDrawPlace(tx, officeId, place);
    else await holdForDraw(tx, officeId, place, at);
  return !isClosed;
}

/** The places that a row holds for a draw or for whoever was drawn: held each by itself, for whoever comes next in its order. */
export async function holdApart(tx: Tx, officeId: number, hold: string, at: Temporal.Instant): Promise<void> {
  const places = await placesOfHold(tx, officeId, hold);
  await giveBack(tx, officeId, [hold], at);
  for (const place of places) await holdForDraw(tx, officeId, place, at);
}

async function holdForDraw(tx: Tx, officeId: number, place: HeldDrawPlace, now: Temporal.Instant): Promise<void> {
  const { queue, startsAt, endsAt, service } = place;
  const visit = { from: epochMinute(startsAt), to: epochMinute(endsAt) };
  const hold = await holdOfDraw(tx, officeId, { queue, visit, service }, now);
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
