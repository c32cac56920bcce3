import { requireHeldPlace } from "../../appointments/online/confirm-held.ts";
import { holdOfDraw } from "../../appointments/online/draw-places.ts";
import { giveBack } from "../../appointments/online/give-back.ts";
import { lockDays } from "../../appointments/place/locks.ts";
import { existingAppointment } from "../../appointments/row/existing.ts";
import { type CitizensOffice, officeOfCitizen } from "../../identity/citizens/citizens-office.ts";
import { planDrawLetters } from "../../outbox/plan-link.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { clockTextOf, epochMinute } from "../../platform/time.ts";
import { type DrawRow, lockedDraw } from "../draw-sql.ts";
import { type PlaceRow, placesOfDraw, writeCell } from "../places/places-sql.ts";
import type { Allotment } from "../rule/draw-record.ts";
import { type DrawWishRow, emailOfWish, noteLetter } from "../wishes/wish-sql.ts";
import { closePlaces } from "./close-places.ts";
import { countEvents, insertEvent } from "./events-sql.ts";
import { insertResult, resultOf } from "./results-sql.ts";

interface Giving {
  readonly draw: DrawRow;
  readonly wish: DrawWishRow;
  readonly allotment: Allotment;
  /** How many events of the draw it follows from */
  readonly events: number;
  readonly now: Temporal.Instant;
}

/**
 * A place that follows from the draw is held for whoever got it, and they are told: all of it or nothing. Begun again it is done once.
 * In the scope of the office that has the place.
 * @returns false: something has happened meanwhile, and what follows from the draw is to be computed again
 */
export async function givePlace(tx: Tx, officeId: number, giving: Giving): Promise<boolean> {
  const { draw, wish, allotment, now } = giving;
  const date = Temporal.PlainDate.from(allotment.date);
  await lockDays(tx, officeId, date);
  await lockedDraw(tx, draw.number);
  if ((await countEvents(tx, draw.number)) !== giving.events) return false;
  const last = await resultOf(tx, draw.number, wish.number);
  if (last && (last.answer === null || last.answer === "coming")) return true;
  const office = await officeOfCitizen(tx, officeId);
  const cell = (await placesOfDraw(tx, officeId, draw.number))
    .filter((place) => place.date.equals(date) && place.part === allotment.part && place.at !== null)
    .sort((a, b) => (a.at as number) - (b.at as number));
  const places = cell.slice(allotment.at, allotment.at + wish.units);
  if (!(await areOpen(tx, office, { draw, wish, places, now }))) return false;
  const [first, end] = [places[0] as PlaceRow, places.at(-1) as PlaceRow];
  await giveBack(
    tx,
    officeId,
    places.map(({ hold }) => hold),
    now,
  );
  const visit = { from: epochMinute(first.startsAt), to: epochMinute(end.endsAt) };
  const service = Array<string>(wish.units).fill(draw.service).join(";");
  const hold = await holdOfDraw(tx, officeId, { queue: first.queue, visit, service }, now);
  const { part, at, choice } = allotment;
  await writeCell(tx, officeId, { draw: draw.number, date, part, at, units: wish.units }, { state: "given", hold });
  await insertResult(tx, {
    draw: draw.number,
    wish: wish.number,
    office: officeId,
    date,
    part,
    at,
    choice,
    hold,
    until: answerUntil(draw, first.startsAt, now),
    madeAt: now,
  });
  await tell(tx, officeId, { wish, place: first }, now);
  return true;
}

interface Opening {
  readonly draw: DrawRow;
  readonly wish: DrawWishRow;
  readonly places: readonly PlaceRow[];
  readonly now: Temporal.Instant;
}

/** Whether all of them can still be given; else whoever got them has lost them. Behind the lock of the draw. */
async function areOpen(tx: Tx, office: CitizensOffice, { draw, wish, places, now }: Opening): Promise<boolean> {
  for (const hold of new Set(places.map((place) => place.hold))) {
    const held = await existingAppointment(tx, office, hold);
    const isServed =
      held.status === "held" && (await requireHeldPlace(tx, office, held).then(() => true, falseIfRefused));
    if (!isServed) {
      await closePlaces(tx, office.id, { draw: draw.number, places, now });
      await insertEvent(tx, draw.number, { what: "lost", wish: wish.number }, now);
      return false;
    }
  }
  return true;
}

function falseIfRefused(error: unknown): false {
  if (error instanceof Refusal) return false;
  throw error;
}

/** Whoever comes to it later has as long, but is asked no later than they could still come. */
const LEAST = { hours: 24 } as const;
const BEFORE_VISIT = { hours: 2 } as const;

function answerUntil(
  { answerUntil: usual }: DrawRow,
  startsAt: Temporal.Instant,
  now: Temporal.Instant,
): Temporal.Instant {
  const least = now.add(LEAST);
  const until = Temporal.Instant.compare(usual, least) >= 0 ? usual : least;
  const last = startsAt.subtract(BEFORE_VISIT);
  return Temporal.Instant.compare(until, last) < 0 ? until : last;
}

/** By letter, where they have a mailbox; else the office calls them. In the scope of the wish's office, and back again. */
async function tell(
  tx: Tx,
  officeId: number,
  { wish, place }: { readonly wish: DrawWishRow; readonly place: PlaceRow },
  now: Temporal.Instant,
): Promise<void> {
  await tx.switchTenant({ office: wish.office });
  const email = await emailOfWish(tx, wish.office, wish.visit);
  if (email) {
    const at = { date: place.date.toString(), time: clockTextOf(place.startsAt), queue: place.queue };
    const letter = { kind: "drawn", appointment: wish.visit, email, place: at } as const;
    await planDrawLetters(tx, wish.office, [letter], now);
  }
  await noteLetter(tx, wish.draw, [wish.number], "drawn");
  await tx.switchTenant({ office: officeId });
}
