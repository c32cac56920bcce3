import type { Facts } from "../availability/facts.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import { type Tx, withoutEnd } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import { type Answered, type idempotencyScopeOf, onceOnlyEach, onceOnlyInOne } from "../platform/http/idempotency.ts";
import { actJointly } from "../platform/joint-act.ts";
import { book, type Look, lookAt, placeOfRequest } from "./book.ts";
import type { Appointment, BookingRequest } from "./contract.ts";
import { workOfVisit } from "./field/visit-services.ts";
import { offerFacts } from "./place/facts-sql.ts";
import { lockDays } from "./place/locks.ts";
import type { Place } from "./place/offer.ts";
import { offeredMinutes, placeAmong } from "./place/placing.ts";

interface Booking {
  readonly office: OperableOffice;
  readonly request: BookingRequest;
  readonly scope: ReturnType<typeof idempotencyScopeOf>;
  readonly now: Temporal.Instant;
}

type Book = (booking: Booking) => Promise<Answered<Appointment>>;

/**
 * Bookings of one office's day wait for its lock, one for another. Those of this process that wait go together: the day is locked and
 * looked at once for all of them, and one commit is waited for (docs/decisions/0084). Whoever arrives at once acts twice, and goes alone.
 */
export function bookingJointly(db: Database): Book {
  const jointly = actJointly<string, Booking, Answered<Appointment>>({
    alone: (booking) => bookAlone(db, booking),
    together: (bookings) => bookTogether(db, bookings),
    nameOf: ({ scope }) => `${scope.employee} ${scope.key}`,
  });
  return (booking) => {
    const { office, request } = booking;
    return request.arrived ? bookAlone(db, booking) : jointly(`${office.id} ${request.date}`, booking);
  };
}

const bookAlone = (db: Database, booking: Booking): Promise<Answered<Appointment>> => {
  const { office, request, now } = booking;
  return db.write({ office: office.id }, (tx) =>
    onceOnlyInOne(
      tx,
      actOf(booking),
      () => lookAt(tx, office, request, now),
      (keep, look) => book(tx, office, request, { now, keep, look }),
    ),
  );
};

const actOf = ({ scope, now }: Booking) => ({ scope, status: 201, now });

/**
 * Each has its own event, entry, stored answer and letter. What is refused before it has a place leaves nothing; of whatever fails
 * behind that, all fail, for the transaction holds what it may have left.
 */
function bookTogether(
  db: Database,
  bookings: readonly Booking[],
): Promise<PromiseSettledResult<Answered<Appointment>>[]> {
  const { id } = (bookings[0] as Booking).office;
  return db.write({ office: id }, async (whole) => {
    const tx = withoutEnd(whole);
    const day = dayOfAll(tx, bookings);
    const answers = await onceOnlyEach(tx, bookings.map(actOf), day.looks, (keep, { booking, ...look }) =>
      book(tx, booking.office, booking.request, { now: booking.now, keep, look }),
    );
    answers.forEach((answer, index) => {
      if (answer.status === "rejected" && day.hasPlace(bookings[index] as Booking)) throw answer.reason;
    });
    return answers;
  });
}

interface LookOfOne extends Look {
  readonly booking: Booking;
}

/** One day as it is under its lock, with what those have taken that were given a place. */
function dayOfAll(tx: Tx, bookings: readonly Booking[]) {
  const placed = new Set<Booking>();
  let taken: Facts["taken"] = [];

  function looks(): LookOfOne[] {
    const [{ office, request }] = bookings as [Booking];
    const date = Temporal.PlainDate.from(request.date);
    const isLocked = lockDays(tx, office.id, date).then(() => true);
    const facts = offerFacts(tx, office.id, date, date);
    const lengths = lengthsOf(tx, bookings);
    for (const answer of [isLocked, facts, ...lengths.values()]) answer.catch(() => {});
    return bookings.map((booking) => ({
      booking,
      isLocked,
      place: async () => give(booking, await facts, await (lengths.get(workIn(booking)) as Promise<number>)),
    }));
  }

  function give(booking: Booking, facts: Facts, minutes: number): Place {
    const { request, now } = booking;
    const place = placeAmong(
      { ...facts, taken: [...facts.taken, ...taken] },
      { ...placeOfRequest(request, now), minutes },
    );
    taken = [...taken, { queue: place.queue, ...place.visit }];
    placed.add(booking);
    return place;
  }

  return { looks, hasPlace: (booking: Booking) => placed.has(booking) };
}

/** Asked once of bookings that are for the same. */
function lengthsOf(tx: Tx, bookings: readonly Booking[]): Map<string, Promise<number>> {
  const lengths = new Map<string, Promise<number>>();
  for (const booking of bookings) {
    const work = workIn(booking);
    if (lengths.has(work)) continue;
    lengths.set(work, offeredMinutes(tx, booking.office, workOfVisit(booking.request)));
  }
  return lengths;
}

const workIn = ({ request }: Booking): string => JSON.stringify(workOfVisit(request));
