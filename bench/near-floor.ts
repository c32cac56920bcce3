import type { FiveDesksCost } from "./five-desks.ts";
import { FLUSHES_MUST, type FlushesCost } from "./flushes.ts";
import { cpuOf, type Measured } from "./load.ts";
import { atLeast, atMost, figure, type Must } from "./must.ts";
import type { PageCost } from "./page.ts";
import type { Row } from "./report.ts";

export interface NearFloor {
  /** Whose name begins so */
  readonly row: (work: string, load: string) => Row;
  readonly fiveDesks: FiveDesksCost;
  readonly flushes: FlushesCost;
  readonly page: PageCost;
  readonly cold: readonly [first: Row, again: Row];
  /** Of the installed release */
  readonly megabytes: number;
}

/** How near the work of a day comes to servers that do nothing else, and what its pages weigh. */
export function nearFloor({ row, fiveDesks, flushes, page, cold, megabytes }: NearFloor): Must[] {
  const cpu = (what: string, work: string, most: number): Must => {
    const { service, floor } = row(work, "10");
    const must = atMost(what, cpuOf(service), most, "ms CPU");
    return floor ? { ...must, measured: `${must.measured}, ${times(service, floor)} the floor's` } : must;
  };
  const [first, again] = cold;
  return [
    ...["10", "50"].flatMap((underWay) => {
      const { service, floor, bare } = row("book, one", underWay);
      return [
        atLeast(`bookings in one office, c = ${underWay}, of the bare floor`, percent(service, bare), 28, "%"),
        atLeast("the same, of the floor on our tables", percent(service, floor), 36, "%"),
      ];
    }),
    cpu("a booking", "book, 200", 2.6),
    cpu("the day page of 80 visits as a browser asks, made anew", "the day page, 80 visits, made anew", 2.4),
    cpu("the same, remembered", "the day page, 80 visits, once more", 0.8),
    cpu("free slots of a day", "free slots of a day", 0.9),
    cpu("free slots of 30 days", "free slots of 30 days, 5", 2),
    cpu("the same, remembered", "free slots of 30 days, once more", 0.8),
    cpu("search", "search", 2.2),
    atMost(
      "a booking, then five desks ask the day, of five that share nothing",
      (fiveDesks.oneOffice / fiveDesks.fiveOffices) * 100,
      50,
      "%",
    ),
    figure("the same, all six requests", fiveDesks.oneOffice, "ms CPU"),
    atLeast(
      "bookings with 10 ms more for each flush, 48 days, 20 clerks, of those not announced",
      flushes.share * 100,
      FLUSHES_MUST * 100,
      "%",
    ),
    atMost("until the day shows, as it travels", page.kilobytes, 220, "KB"),
    atMost("requests until the day shows", page.requests, 12, ""),
    atMost("the day shows in a warm browser, its processor slowed six times", page.warmMs / 1_000, 2.5, "s"),
    atMost("the longest task until then", page.longestTask.before, 300, "ms"),
    atMost("the longest task of the rest that comes then", page.longestTask.after, 300, "ms"),
    atMost("installed for production", megabytes, 300, "MB"),
    figure(first.work, cpuOf(first.service), "ms CPU"),
    figure("the slowest of a hundred of them", first.service.p99, "ms"),
    figure(again.work, cpuOf(again.service), "ms CPU"),
  ];
}

const percent = (service: Measured, floor: Measured | undefined): number =>
  (service.rps / (floor?.rps ?? Number.NaN)) * 100;

const times = (service: Measured, floor: Measured): string => `${(cpuOf(service) / cpuOf(floor)).toFixed(1)} ×`;
