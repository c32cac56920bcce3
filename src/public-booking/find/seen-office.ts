import type { Ending } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { dateOf } from "../../platform/time.ts";
import { chosenOffer } from "../choose/chosen-offer.ts";
import { type FreeTime, firstFreeOf } from "../choose/first-free.ts";
import { type PlaceToGo, placeToGo } from "../office-sql.ts";
import { openedOffice } from "../opened-office.ts";
import { releaseOf } from "../terms.ts";
import type { KnownOffice } from "./find-sql.ts";
import { type Serving, servingOf } from "./serving-sql.ts";

/** An office as citizens see it who look for one. */
export interface SeenOffice {
  readonly place: PlaceToGo;
  readonly serving: Serving;
  readonly offer: Offer;
}

export type Offer =
  /** It gives no times online: by telephone alone */
  | { readonly is: "phone" }
  | { readonly is: "not-offered" }
  /** Which service is not known yet */
  | { readonly is: "open" }
  | { readonly is: "free"; readonly first: FreeTime }
  /** Up to the last day that is open; and when the day after that opens */
  | { readonly is: "none"; readonly last: Temporal.PlainDate; readonly opens: Opens };

export interface Opens {
  readonly date: Temporal.PlainDate;
  readonly time: string | null;
}

interface Asked {
  /** Null: none chosen yet */
  readonly service: string | null;
  readonly now: Temporal.Instant;
}

/** Closed days are told so far ahead. */
const DAYS_AHEAD = 30;

export const seenOffice = (
  db: Database,
  { id }: Pick<KnownOffice, "id">,
  { service, now }: Asked,
): Promise<SeenOffice> =>
  db.read({ office: id }, async (tx) => {
    const first = dateOf(now);
    const dates = { first, last: first.add({ days: DAYS_AHEAD }) };
    const [place, serving] = await Promise.all([placeToGo(tx, id), servingOf(tx, id, { ...dates, service })]);
    return { place, serving, offer: await offerOf(tx, { place, serving }, { service, now }) };
  });

async function offerOf(
  tx: Ending,
  { place, serving }: Pick<SeenOffice, "place" | "serving">,
  { service, now }: Asked,
): Promise<Offer> {
  if (!serving.isOpen) return { is: "phone" };
  if (service === null) return { is: "open" };
  if (!serving.isOffered) return { is: "not-offered" };
  const offered = await chosenOffer(tx, await openedOffice(tx, place.code), { service, now });
  const free = firstFreeOf(offered);
  if (free) return { is: "free", first: free };
  const { last } = offered.offering;
  return { is: "none", last, opens: releaseOf(last.add({ days: 1 }), offered.terms) };
}
