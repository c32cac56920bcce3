import { giveBack } from "../../appointments/online/give-back.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { type PlaceRow, writePlace } from "../places/places-sql.ts";

interface Closing {
  readonly draw: number;
  readonly places: readonly PlaceRow[];
  readonly now: Temporal.Instant;
}

/** They are the draw's no more, and held no more. The event is the caller's. In the scope of their office, behind their day's lock. */
export async function closePlaces(tx: Tx, office: number, { draw, places, now }: Closing): Promise<void> {
  for (const place of places) await writePlace(tx, office, { ...place, draw }, { state: "closed", hold: place.hold });
  await giveBack(tx, office, [...new Set(places.map(({ hold }) => hold))], now);
}
