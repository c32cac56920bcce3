import { holdOfDraw } from "../../appointments/online/draw-places.ts";
import { giveBack } from "../../appointments/online/give-back.ts";
import { factsOfOffice } from "../../appointments/place/facts.ts";
import { lockDays } from "../../appointments/place/locks.ts";
import { serviceMinutes } from "../../appointments/place/placing.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { epochMinute, type Interval, instantOf, localDay } from "../../platform/time.ts";
import { type DrawRow, updateOffices } from "../draw-sql.ts";
import type { OfficeDraws } from "./office-sql.ts";
import { freePlacesOf, openPlaces, type PlaceOfPart } from "./pick-places.ts";
import { deletePlaces, heldPlaces, insertPlaces, type PlaceRow, placesOfDraw } from "./places-sql.ts";

type Days = Pick<DrawRow, "firstDay" | "lastDay">;
type OfDraw = Days & Pick<DrawRow, "number" | "service">;

interface Giving {
  /** What the head says; null: the office gives nothing to it */
  readonly own: Pick<OfficeDraws, "queue" | "places"> | null;
  readonly now: Temporal.Instant;
}

/**
 * The office's places in a draw that is not closed yet, as its head says: rows that hold them from now on, the earliest that are
 * free of each day and part; what is too many is given back, the latest first. In the scope of the office, behind `lockDaysOfDraw`.
 */
export async function settlePlaces(tx: Tx, office: CitizensOffice, draw: OfDraw, giving: Giving): Promise<void> {
  let left = 0;
  for (const date of datesOf(draw)) left += await settleDay(tx, office, draw, { ...giving, date });
  await updateOffices(tx, draw.number, office.id, left > 0);
}

/** Before the draw itself is locked, as by whoever acts on a visit of these days: nobody waits in a ring. */
export async function lockDaysOfDraw(tx: Tx, officeId: number, draw: Days): Promise<void> {
  for (const date of datesOf(draw)) await lockDays(tx, officeId, date);
}

function datesOf({ firstDay, lastDay }: Days): Temporal.PlainDate[] {
  const days = firstDay.until(lastDay, { largestUnit: "day" }).days + 1;
  return Array.from({ length: days }, (_, index) => firstDay.add({ days: index }));
}

const PARTS = [0, 1, 2] as const;

interface OfDay extends Giving {
  readonly date: Temporal.PlainDate;
}

/** @returns how many places it has that day */
async function settleDay(tx: Tx, office: CitizensOffice, draw: OfDraw, ofDay: OfDay): Promise<number> {
  const { own, date, now } = ofDay;
  const all = (await placesOfDraw(tx, office.id, draw.number)).filter((place) => place.date.equals(date));
  const wanted = (part: number): number =>
    own?.places.find((each) => each.weekday === date.dayOfWeek && each.part === part)?.count ?? 0;
  if (all.length === 0 && PARTS.every((part) => wanted(part) === 0)) return 0;
  const dayOfQueue = async () => ({
    facts: await factsOfOffice(tx, office, date, date),
    day: localDay(date),
    queue: own?.queue ?? 0,
    minutes: await serviceMinutes(tx, office, [draw.service]),
  });
  const given = all.filter(({ state }) => state === "need");
  const held = await heldPlaces(tx, office.id, draw.number, date);
  const free = all.filter(({ state, hold }) => state === "free" && held.has(hold));
  const open = openPlaces(free.map(inMinutes), await dayOfQueue());
  const stays = PARTS.flatMap((part) => {
    const ofNeed = given.filter((place) => place.part === part).length;
    return open.filter((place) => place.part === part).slice(0, Math.max(0, wanted(part) - ofNeed));
  });
  const kept = [...given, ...stays];
  const holds = new Set(kept.map(({ hold }) => hold));
  const gone = all.filter(({ hold }) => !holds.has(hold));
  await giveBackPlaces(tx, office.id, { draw: draw.number, places: gone }, now);
  const { facts, ...of } = await dayOfQueue();
  const missing = PARTS.map((part) => wanted(part) - kept.filter((place) => place.part === part).length);
  const added = freePlacesOf(missing, { facts, ...of });
  await holdPlaces(tx, office, draw, { ...ofDay, added });
  return kept.length + added.length;
}

const inMinutes = (place: PlaceRow): PlaceRow & Interval => ({
  ...place,
  from: epochMinute(place.startsAt),
  to: epochMinute(place.endsAt),
});

async function giveBackPlaces(
  tx: Tx,
  officeId: number,
  { draw, places }: { readonly draw: number; readonly places: readonly PlaceRow[] },
  now: Temporal.Instant,
): Promise<void> {
  if (places.length === 0) return;
  const holds = places.map(({ hold }) => hold);
  await deletePlaces(tx, officeId, draw, holds);
  await giveBack(tx, officeId, holds, now);
}

interface Added extends OfDay {
  readonly added: readonly PlaceOfPart[];
}

async function holdPlaces(
  tx: Tx,
  office: CitizensOffice,
  { number, service }: OfDraw,
  { own, date, now, added }: Added,
): Promise<void> {
  if (!own || added.length === 0) return;
  const places: Parameters<typeof insertPlaces>[3][number][] = [];
  for (const { visit, part } of added) {
    const { queue } = own;
    const hold = await holdOfDraw(tx, office.id, { queue, visit, service }, now);
    places.push({ queue, startsAt: instantOf(visit.from), endsAt: instantOf(visit.to), date, part, hold });
  }
  await insertPlaces(tx, office.id, number, places);
}
