import type { OperableOffice } from "../../identity/office-access.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { inTime, withoutDeadline } from "../../platform/deadline.ts";
import { Refusal } from "../../platform/refusal.ts";
import { clockTextOf, dateOf, earlierDate, epochMinute } from "../../platform/time.ts";
import type { Alternative, Channel } from "../contract.ts";
import { termsOfServices } from "../sql.ts";
import { offerFacts } from "./facts-sql.ts";
import { minutesTogether } from "./length.ts";
import { freeTimes, nearest, type OfferWish } from "./offer.ts";
import { takerOfPlace } from "./taker-sql.ts";

const COUNT = 3;
const DAYS_AHEAD = 21;
/** Of those that may be asked for */
const LAST_DAY = Temporal.PlainDate.from("2099-12-31");

export interface WishText {
  readonly date: string;
  readonly time: string;
  readonly queue: number | null;
}

/** A place, what the citizen comes for, and how it was booked. */
interface Wished extends WishText {
  readonly services: readonly string[];
  readonly channel: Channel;
}

/** Runs an act; where its place can't be had, the refusal also names its holder and the free places nearest to it. */
export async function withAlternatives<T>(
  db: Database,
  office: OperableOffice,
  { now, wished }: { readonly now: Temporal.Instant; wished(): Promise<Wished> },
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== "slot-taken" && error.code !== "slot-not-offered")) throw error;
    const wish = await wished();
    const asked = [office.id, wish.date, wish.time, wish.queue, wish.services, wish.channel].join(" ");
    const extensions = await inTime(
      sharedByRivals(asked, () => db.read({ office: office.id }, (tx) => choices(tx, office, now, wish))),
    );
    throw new Refusal(error.status, error.code, { ...error.details, extensions });
  }
}

type Choices = Awaited<ReturnType<typeof choices>>;

const underWay = new Map<string, Promise<Choices>>();

/** Hundreds of clerks may lose one place at once: those that lose it while one is being answered share that answer. */
function sharedByRivals(wish: string, read: () => Promise<Choices>): Promise<Choices> {
  const running = underWay.get(wish);
  if (running) return running;
  const started = withoutDeadline(read).finally(() => underWay.delete(wish));
  underWay.set(wish, started);
  return started;
}

async function choices(
  tx: Read,
  office: OperableOffice,
  now: Temporal.Instant,
  { services, channel, ...wish }: Wished,
) {
  const minutes = minutesTogether(services, await termsOfServices(tx, office.id, services));
  const date = Temporal.PlainDate.from(wish.date);
  return {
    alternatives: await nearestFree(tx, office, { date, time: wish.time, queue: wish.queue, minutes, channel }, now),
    taken: await taken(tx, office, date, wish),
  };
}

/** Of the day itself if it has enough, else of the next weeks too. */
async function nearestFree(
  tx: Read,
  office: OperableOffice,
  wish: OfferWish & Pick<Wished, "channel">,
  now: Temporal.Instant,
): Promise<Alternative[]> {
  const today = dateOf(now);
  const first = Temporal.PlainDate.compare(wish.date, today) < 0 ? today : wish.date;
  const free = async (last: Temporal.PlainDate) => {
    const facts = await offerFacts(tx, office.id, first, last);
    const { minutes, channel } = wish;
    return nearest(freeTimes(facts, { first, last, minutes, nowMinute: epochMinute(now), channel }), wish, COUNT);
  };
  const sameDay = await free(first);
  return sameDay.length === COUNT ? sameDay : free(earlierDate(first.add({ days: DAYS_AHEAD }), LAST_DAY));
}

async function taken(tx: Read, office: OperableOffice, date: Temporal.PlainDate, wish: WishText) {
  if (wish.queue === null) return null;
  const taker = await takerOfPlace(tx, office.id, { date, time: wish.time, queue: wish.queue });
  return taker && { at: clockTextOf(taker.created_at), by: taker.by, channel: taker.channel };
}
