import type { FinderOffice } from "../../offices/places/finder-office.ts";
import { officesOfCountry } from "../../offices/places/offices-of-country.ts";
import { type OfficeAt, officesAround, type Whereabouts, withoutStepsFirst } from "./around.ts";
import type { FoundService } from "./find-sql.ts";
import { type Looking, type SeenOffice, seenOffice } from "./seen-office.ts";
import type { OfficesQuery } from "./wish.ts";

export interface OfficesFound {
  readonly service: FoundService | null;
  readonly whereabouts: Whereabouts;
  /** All that were found */
  readonly count: number;
  /** Nothing is called as it was typed: these only come near it */
  readonly isUnknown: boolean;
  /** All that there are, in the order of Greek */
  readonly country: readonly FinderOffice[];
  readonly page: number;
  readonly pages: number;
  /** Of this page */
  readonly offices: readonly FoundOffice[];
}

export interface FoundOffice extends SeenOffice {
  /** Null: it is not known how far it is */
  readonly km: number | null;
}

/** Each costs a transaction of its own. */
const ON_A_PAGE = 8;

export interface OfficesWish {
  readonly service: FoundService | null;
  readonly whereabouts: Whereabouts;
  readonly query: Pick<OfficesQuery, "sort" | "page">;
  readonly now: Temporal.Instant;
}

export async function officesFound(looking: Looking, wish: OfficesWish): Promise<OfficesFound> {
  const { service, whereabouts, query, now } = wish;
  const country = await officesOfCountry(looking.db);
  const { offices: around, isUnknown } = officesAround(country, whereabouts);
  const all = query.sort === "steps" ? withoutStepsFirst(around) : around;
  const pages = Math.max(1, Math.ceil(all.length / ON_A_PAGE));
  const page = Math.min(query.page, pages);
  const shown = all.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE);
  const offices: FoundOffice[] = [];
  for (const one of shown) offices.push(await foundOffice(looking, one, { service: service?.code ?? null, now }));
  return { service, whereabouts, count: all.length, isUnknown, country, page, pages, offices };
}

const foundOffice = async (
  looking: Looking,
  { office, km }: OfficeAt,
  asked: { readonly service: string | null; readonly now: Temporal.Instant },
): Promise<FoundOffice> => ({ ...(await seenOffice(looking, office, asked)), km });
