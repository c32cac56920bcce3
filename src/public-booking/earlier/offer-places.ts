import { randomUUIDv7 } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { GivenUp } from "../../appointments/online/freed.ts";
import { movesLeft } from "../../appointments/online/moves-left.ts";
import { lockDays } from "../../appointments/place/locks.ts";
import type { Place } from "../../appointments/place/offer.ts";
import { type CitizensOffice, isOpenToCitizens, officeOfCitizen } from "../../identity/citizens/citizens-office.ts";
import { firstDayAt, sinceOf } from "../../offices/interpreters/require-interpreter.ts";
import { planEarlierOffer, planWishOffer } from "../../outbox/plan-link.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { acrossOffices } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { startJob } from "../../platform/jobs/start-job.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type Clock, clockTextOf, dateOf, dateTextOf, epochMinute, instantOf, localDay } from "../../platform/time.ts";
import type { Worker } from "../../platform/worker.ts";
import { holdThroughGate } from "../hold/gate.ts";
import { type Offered, offeredOn } from "../hold/offering.ts";
import { placeOnline } from "../hold/place-online.ts";
import { isTooLong } from "../longest-visit.ts";
import { endFreeWish } from "../notify/end.ts";
import { freeWishesOver } from "../notify/notify-sql.ts";
import { onlineTerms } from "../sql.ts";
import type { OnlineTerms } from "../terms.ts";
import {
  deleteWishesOver,
  insertOffer,
  lapseOffers,
  lockWisher,
  type OfferedPlace,
  officesWithEarlierPlaces,
  placesGivenUp,
  visitOfWisher,
  type Wisher,
  type WisherVisit,
  wishersFor,
} from "./earlier-sql.ts";
import { giveUp } from "./give-up.ts";
import { askingFor } from "./wish.ts";

/** To one person */
const MOST_A_DAY = 2;
/** A connection that is lost is there again in a moment: to go on without an office would pass its people by. */
const TRIES = 5;
const PAUSE_MS = 200;
const FAILURE = "earlier places could not be offered";

interface OfferDeps {
  readonly db: Database;
  readonly clock: Clock;
}

/** Offers places that were given up to those who wish for one, with an appointment or without, before all citizens see them. */
export const startOffering = ({ log, ...deps }: OfferDeps & { readonly log: Logger }): Worker =>
  startJob({ db: deps.db, log }, "earlier-places", {
    act: async (signal) => {
      let isDone = true;
      await offerAll(deps, signal, (err, office) => {
        isDone = false;
        log.warn({ err, office }, FAILURE);
      });
      return isDone;
    },
    failure: FAILURE,
  });

/**
 * Offers that are over end in all offices first: who let one lapse is asked again in their turn, whichever office has the next
 * place. Then each place in a transaction of its own: it is held, its offer stands and its letter is planned, or nothing of it.
 */
export async function offerAll(
  { db, clock }: OfferDeps,
  signal?: AbortSignal,
  onFailure?: (error: unknown, office: number) => void,
): Promise<void> {
  const now = clock();
  const offices = await officesWithEarlierPlaces(db.acrossOffices, now);
  const inEach = async (act: (office: number) => Promise<void>): Promise<void> => {
    for (const office of offices) {
      if (signal?.aborted) return;
      await act(office).catch((error) => onFailure?.(error, office));
    }
  };
  await inEach(async (office) => {
    for (let left = TRIES; ; left--) {
      try {
        return await db.write({ office }, (tx) => endOffers(tx, office, now));
      } catch (error) {
        if (left === 1 || signal?.aborted) throw error;
        await sleep(PAUSE_MS);
      }
    }
  });
  await inEach(async (office) => {
    const places = await db.read({ office }, (tx) => placesGivenUp(tx, office, now));
    for (const place of places) await db.write({ office }, (tx) => offerPlace(tx, office, place, now));
  });
}

/** What nobody has answered goes to the next one; they stay in line. A place of another office is given back there. */
async function endOffers(tx: Tx, officeId: number, now: Temporal.Instant): Promise<void> {
  const over = await lapseOffers(tx, officeId, now);
  await deleteWishesOver(tx, officeId, now);
  for (const wish of await freeWishesOver(tx, officeId, now)) await endFreeWish(tx, officeId, wish, now);
  for (const [office, places] of Map.groupBy(over, ({ office }) => office)) {
    await tx.switchTenant({ office });
    await giveUp(tx, places, now);
  }
  await tx.switchTenant({ office: officeId });
}

async function offerPlace(tx: Tx, officeId: number, place: GivenUp, now: Temporal.Instant): Promise<void> {
  const asking = askingFor(place.starts_at, now);
  if (!asking) return;
  const office = await officeOfCitizen(tx, officeId);
  await lockDays(tx, officeId, dateOf(place.starts_at));
  const today = instantOf(localDay(dateOf(now)).from);
  const wishers = () => wishersFor(acrossOffices(tx), officeId, { place, ...asking, today, most: MOST_A_DAY });
  for (const wisher of await wishers()) {
    // Another office may offer them something just now.
    await lockWisher(tx, wisher);
    const asksStill = (await wishers()).some(({ visit }) => visit === wisher.visit);
    const visit = asksStill ? await visitElsewhere(tx, wisher, officeId) : null;
    if (visit && (await isOfferedTo(tx, office, { ...wisher, ...visit }, { place, now }))) return;
  }
}

/** What the place's own office may not see; null too where they may move it no more. */
async function visitElsewhere(tx: Tx, wisher: Wisher, officeId: number): Promise<WisherVisit | null> {
  await tx.switchTenant({ office: wisher.office });
  const mayMove = (await movesLeft(tx, wisher.office, wisher.visit)) > 0;
  const visit = mayMove ? await visitOfWisher(tx, wisher) : null;
  await tx.switchTenant({ office: officeId });
  return visit;
}

interface Offering {
  readonly place: GivenUp;
  readonly now: Temporal.Instant;
}

/** False: their service does not fit there, or somebody has the place by now. */
async function isOfferedTo(
  tx: Tx,
  office: CitizensOffice,
  wisher: Wisher & WisherVisit,
  { place, now }: Offering,
): Promise<boolean> {
  const { service, language, interpreter, isWithoutVisit } = wisher;
  // What they take they book, which an office that is closed to citizens lets nobody do.
  if (isWithoutVisit && !(await isOpenToCitizens(tx, office))) return false;
  const terms = await onlineTerms(tx, office.id);
  const first = await firstDayAt(tx, office, interpreter, now);
  // Where they are they may stay without; they are not led to where nobody interprets for them.
  if (first === "never" && office.id !== wisher.office) return false;
  const found = await placeFor(tx, office, service, { place, terms, now, since: sinceOf(first) });
  if (!found) return false;
  // As long as citizens book at most, by the minutes of this office; what staff have arranged may take longer.
  if (isWithoutVisit && isTooLong(service, found.offered.offering.minutes)) return false;
  const hold = randomUUIDv7();
  const { queue, visit } = found.place;
  const holding = { id: hold, service, language, now, offered: found.offered, date: dateOf(place.starts_at) };
  await holdThroughGate(tx, office, { place: found.place, asker: { by: "offer" } }, { ...holding, key: null });
  const [starts_at, ends_at] = [instantOf(visit.from), instantOf(visit.to)];
  const until = now.add({ minutes: terms.offerMinutes });
  await tellOf(tx, wisher, { office: office.id, hold, queue, starts_at, ends_at, until }, now);
  return true;
}

/** Null: none for that service. */
async function placeFor(
  tx: Tx,
  office: CitizensOffice,
  service: string,
  { place, terms, now, since }: Offering & { readonly terms: OnlineTerms; readonly since: Temporal.PlainDate | null },
): Promise<{ readonly place: Place; readonly offered: Offered } | null> {
  const [date, time] = [dateOf(place.starts_at), clockTextOf(place.starts_at)];
  const offered = await offeredOn(tx, office, { service, date, terms, now, since }).catch(nullIfRefused);
  if (!offered) return null;
  // For citizens at large it is taken still.
  const freed: ReadonlySet<object> = new Set(offered.freed);
  const facts = { ...offered.facts, taken: offered.facts.taken.filter((part) => !freed.has(part)) };
  const placement = placeOnline(facts, { date, time }, offered.offering, epochMinute(now));
  return "queue" in placement ? { place: placement, offered } : null;
}

/** The offer and its letter stand in the office that has their appointment, whichever holds the place. */
async function tellOf(
  tx: Tx,
  { office, visit, email, isWithoutVisit }: Wisher & Pick<WisherVisit, "email" | "isWithoutVisit">,
  offer: OfferedPlace,
  now: Temporal.Instant,
): Promise<void> {
  await tx.switchTenant({ office });
  await insertOffer(tx, office, visit, { ...offer, now });
  const { queue, starts_at } = offer;
  const place = { date: dateTextOf(starts_at), time: clockTextOf(starts_at), queue };
  const letter = { appointment: visit, email, place };
  if (isWithoutVisit) await planWishOffer(tx, office, letter, now);
  else await planEarlierOffer(tx, office, letter, now);
  await tx.switchTenant({ office: offer.office });
}

function nullIfRefused(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}
