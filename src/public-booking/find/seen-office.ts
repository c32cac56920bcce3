import type { Read } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { dateOf } from "../../platform/time.ts";
import { openDays } from "../choose/chosen-offer.ts";
import { type FreeTime, soonestOffer } from "../choose/first-free.ts";
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

/** Most offices have a time within a week. */
const DAYS_AT_FIRST = 6;
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
  tx: Read,
  { place, serving }: Pick<SeenOffice, "place" | "serving">,
  { service, now }: Asked,
): Promise<Offer> {
  if (!serving.isOpen) return { is: "phone" };
  if (service === null) return { is: "open" };
  if (!serving.isOffered) return { is: "not-offered" };
  const opened = await openedOffice(tx, place.code);
  const { firstFree } = await soonestOffer(tx, opened, {
    service,
    now,
    upTo: dateOf(now).add({ days: DAYS_AT_FIRST }),
  });
  if (firstFree) return { is: "free", first: firstFree };
  const { last } = openDays(opened, now);
  return { is: "none", last, opens: releaseOf(last.add({ days: 1 }), opened.terms) };
}
