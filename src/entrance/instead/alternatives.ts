import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { FinderOffice } from "../../offices/places/finder-office.ts";
import { officesOfCountry } from "../../offices/places/offices-of-country.ts";
import { dateOf } from "../../platform/time.ts";
import type { FreeTime } from "../../public-booking/choose/first-free.ts";
import { soonestAt } from "../../public-booking/find/first-times/soonest.ts";
import type { Looking } from "../../public-booking/find/seen-office.ts";
import { lineNow } from "../../waiting/place/line-now.ts";
import { dayRoom } from "../number/room.ts";
import { likelyService } from "./instead-sql.ts";
import { type OfficeWithRoom, officesWithRoom } from "./offices-with-room.ts";

/** What can be done instead of waiting on a day that has no room for more: what is known alone. */
export interface Alternatives {
  readonly office: Pick<FinderOffice, "code" | "phone">;
  /** How many wait */
  readonly waiting: number;
  /** When the counters close; null: they have */
  readonly until: string | null;
  /** The first free time for a visit of so many minutes; null: citizens can't book here, or there is none */
  readonly first: (FreeTime & { readonly minutes: number }) | null;
  readonly near: readonly OfficeWithRoom[];
}

interface TurnedAway {
  /** The ticket of whoever got no number */
  readonly visit: string;
  readonly now: Temporal.Instant;
}

/** For whoever pressed for a number and got none. */
export async function findAlternatives(
  looking: Looking,
  office: CitizensOffice,
  { visit, now }: TurnedAway,
): Promise<Alternatives> {
  const [country, { service, waiting, room }, near] = await Promise.all([
    officesOfCountry(looking.db),
    looking.db.read({ office: office.id }, async (tx) => ({
      service: await likelyService(tx, office.id, visit),
      waiting: (await lineNow(tx, office, dateOf(now))).waiting.length,
      room: await dayRoom(tx, office, now),
    })),
    officesWithRoom(looking.db, office.id, now),
  ]);
  const soonest = service && (await soonestAt(looking.firstTimes, { office, service: service.code }, now));
  const first = service && soonest?.free ? { ...soonest.free, minutes: service.minutes } : null;
  const own = country.find(({ id }) => id === office.id);
  return { office: { code: office.code, phone: own?.phone ?? null }, waiting, until: room.until, first, near };
}
