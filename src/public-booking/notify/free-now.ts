import type { NearOffice } from "../earlier/offices-near.ts";
import type { FirstTimes } from "../find/first-times/first-times.ts";
import { soonestAt } from "../find/first-times/soonest.ts";

/** A time that needs no wish. */
export interface FreeNow {
  readonly office: NearOffice;
  readonly date: string;
  readonly time: string;
}

const MOST = 3;

/** The first free time of each of these offices, the soonest first. */
export async function freeNow(
  firstTimes: FirstTimes,
  { offices, service }: { readonly offices: readonly NearOffice[]; readonly service: string },
  now: Temporal.Instant,
): Promise<readonly FreeNow[]> {
  const found: FreeNow[] = [];
  for (const office of offices) {
    const soonest = await soonestAt(firstTimes, { office, service }, now);
    if (soonest?.free) found.push({ office, ...soonest.free });
  }
  return found.sort((a, b) => (`${a.date} ${a.time}` < `${b.date} ${b.time}` ? -1 : 1)).slice(0, MOST);
}
