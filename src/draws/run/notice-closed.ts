import { lockDays } from "../../appointments/place/locks.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import { type DrawRow, lockedDraw } from "../draw-sql.ts";
import { closedPlaces, type PlaceAt, type PlaceRow, placesOfDraw } from "../places/places-sql.ts";
import type { DrawDeps } from "../plan/plan-draws.ts";
import { closePlaces } from "./close-places.ts";
import { countEvents, insertEvent } from "./events-sql.ts";
import { type ResultRow, resultsInOrder, writeAnswer } from "./results-sql.ts";

/**
 * A change of rules gives places back whatever they are held for: what is free in a draw is closed first, then whoever had got one
 * loses it, in the drawn order, and waits again. What follows from the draw is given out before, for only then it is known who has what.
 */
export async function noticeClosed({ db, clock }: DrawDeps, draw: DrawRow): Promise<void> {
  const closed = await closedPlaces(db.acrossOffices, draw.number);
  for (const [office, places] of Map.groupBy(closed, (place) => place.office))
    await db.write({ office }, (tx) => noteClosed(tx, draw.number, { office, places, now: clock() }));
}

interface Closed {
  readonly office: number;
  readonly places: readonly PlaceAt[];
  readonly now: Temporal.Instant;
}

async function noteClosed(tx: Tx, number: number, { office, places, now }: Closed): Promise<void> {
  const dates = [...new Set(places.map(({ startsAt }) => dateOf(startsAt).toString()))].sort();
  for (const date of dates) await lockDays(tx, office, Temporal.PlainDate.from(date));
  const draw = await lockedDraw(tx, number);
  if (draw?.settledEvents !== (await countEvents(tx, number))) return;
  const isClosed = ({ queue, startsAt }: Pick<PlaceAt, "queue" | "startsAt">) =>
    places.some((place) => place.queue === queue && place.startsAt.equals(startsAt));
  const gone = (await placesOfDraw(tx, office, number)).filter(isClosed);
  for (const place of gone.filter(({ state }) => state === "free")) await closeFree(tx, number, { office, place, now });
  const holds = gone.filter(({ state }) => state === "given").map(({ hold }) => hold);
  for (const result of await resultsInOrder(tx, office, holds)) await lose(tx, result, { gone, now });
}

interface Free {
  readonly office: number;
  readonly place: PlaceRow;
  readonly now: Temporal.Instant;
}

async function closeFree(tx: Tx, draw: number, { office, place, now }: Free): Promise<void> {
  const { date, part, at } = place;
  await closePlaces(tx, office, { draw, places: [place], now });
  await insertEvent(tx, draw, { what: "closed", office, date, part, at }, now);
}

interface Losing {
  readonly gone: readonly PlaceRow[];
  readonly now: Temporal.Instant;
}

async function lose(tx: Tx, result: ResultRow, { gone, now }: Losing): Promise<void> {
  const { draw, office, hold, wish } = result;
  await closePlaces(tx, office, { draw, places: gone.filter((place) => place.hold === hold), now });
  if (await writeAnswer(tx, result, { from: null, to: "lost", now }))
    await insertEvent(tx, draw, { what: "lost", wish }, now);
}
