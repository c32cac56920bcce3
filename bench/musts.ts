import { DESKS, type DesksCost } from "./desks.ts";
import type { LettersCost } from "./letters.ts";
import { cpuOf } from "./load.ts";
import { atLeast, atMost, type Must } from "./must.ts";
import type { Seeding } from "./nation.ts";
import { type NearFloor, nearFloor } from "./near-floor.ts";
import type { PhonesCost } from "./phones.ts";
import { type Growth, type Row, ratio } from "./report.ts";
import type { RulingsCost } from "./rulings.ts";
import type { ServicesCost } from "./services.ts";

export interface Findings extends Omit<NearFloor, "row"> {
  readonly sizes: readonly Seeding[];
  readonly rows: readonly Row[];
  readonly growth: readonly Growth[];
  readonly desks: DesksCost;
  readonly rulings: RulingsCost;
  readonly letters: LettersCost;
  readonly phones: readonly PhonesCost[];
  /** Milliseconds of processor for one search of a place */
  readonly places: number;
  readonly services: ServicesCost;
  /** Reads of large tables otherwise than by an index of the office */
  readonly besideOffice: number;
  readonly starts: { readonly first: number; readonly later: number };
}

/** The "must" column for all that exists so far. */
export function mustsOf(findings: Findings): Must[] {
  const { sizes, rows, growth, page, desks, rulings, letters, phones, places, services, besideOffice, starts } =
    findings;
  const row = (work: string, load: string) =>
    rows.find((each) => each.work.startsWith(work) && each.load === load) as Row;
  const share = ({ service, floor }: Row) => (service.rps / (floor?.rps ?? Number.NaN)) * 100;
  const percent = (what: string, each: Row, least: number) => atLeast(what, share(each), least, "% of the floor");
  const searches = growth.filter(({ what }) => what.startsWith("search by"));
  const seconds = sizes.reduce((sum, size) => sum + size.seconds, 0);
  const appointments = sizes.at(-1)?.appointments ?? 0;
  return [
    ...nearFloor({ ...findings, row }),
    percent("bookings over many offices, c = 10", row("book, 200", "10"), 25),
    percent("bookings over many offices, c = 50", row("book, 200", "50"), 25),
    atMost("the day page, made anew: p99 at 50/s", row("the day page", "50/s").service.p99, 25, "ms"),
    atMost("the sheet of a day, 150 appointments: p99 at 5/s", row("the sheet of a day", "5/s").service.p99, 150, "ms"),
    atMost("free slots of a day: p99 at 100/s", row("free slots of a day", "100/s").service.p99, 25, "ms"),
    atMost("free slots of 30 days: p99 at 20/s", row("free slots of 30 days, 5", "20/s").service.p99, 60, "ms"),
    atMost(
      "the same with 12 queues, 3 seasons, 40 exceptions",
      cpuOf(row("free slots of 30 days, 12", "10").service),
      6,
      "ms CPU",
    ),
    atMost("their p99 at 20/s", row("free slots of 30 days, 12", "20/s").service.p99, 60, "ms"),
    atMost("a place among 1,200 offices", places, 2, "ms CPU"),
    ...searches.map(({ what, values }) => atMost(what, values.at(-1) ?? Number.NaN, 5, "ms")),
    atMost("a service by people's own words, among 1,057", services.many, 2, "ms CPU"),
    atMost("the same, beside it among 31", services.many / services.few, 10, "×"),
    atMost("the index of all of them", services.indexMs / 1000, 1, "s CPU"),
    ...growth.map((each) => atMost(`growth: ${each.what}`, ratio(each.values), 1.25, "×")),
    atMost("200 rivals: p99 of the losers", row("200 rivals", "200").service.p99, 300, "ms"),
    atMost(
      "requests that failed",
      rows.reduce((sum, each) => sum + each.service.failures, findings.fiveDesks.failures + findings.flushes.failures),
      0,
      "",
    ),
    atMost(
      `messages planned, beside ${rulings.withEmail} moved to another time that have an e-mail: difference`,
      Math.abs(rulings.messages - rulings.withEmail),
      0,
      "",
    ),
    atMost("a booking with an e-mail, beside one without, CPU", withEmail(letters), 1.1, "×"),
    atMost(
      `20,000 reminders leave at the rate of ${letters.reminders}, each word of the mail server taking 20 ms`,
      20_000 / letters.aMinute,
      10,
      "min",
    ),
    atMost("each of them, program and database", letters.cpu, 8, "ms CPU"),
    atMost("bookings beside a mail server that hangs, p99 beside without", letters.hangingShare, 1.25, "×"),
    atMost("reads of large tables beside an office's index", besideOffice, 0, ""),
    atMost(`${DESKS} open desks`, desks.megabytes, 100, "MB"),
    atMost("a change on all of them, the slowest", desks.worstChangeMs, 1_000, "ms"),
    atMost("a day page meanwhile, the slowest", desks.worstPageMs, 1_000, "ms"),
    ...phones.flatMap((cost) => [
      atMost(`a call on ${cost.phones} phones of an office, in the database`, cost.transactions, 3, "transactions"),
      atMost("the same, CPU, beside as many reads of the floor", cost.cpu / cost.floorCpu, 1, "×"),
    ]),
    atMost("first start", starts.first / 1000, 20, "s"),
    atMost("later start", starts.later / 1000, 3, "s"),
    atMost("the day shows on a processor slowed four times", page.throttledMs / 1000, 1.2, "s"),
    atMost("the day shows over 400 kbit/s", page.slowLineMs / 1000, 8, "s"),
    atMost("seed of a nation of twenty million, at this rate", (seconds / 60 / appointments) * 20e6, 40, "min"),
  ];
}

function withEmail({ rows: [plain, email] }: LettersCost): number {
  return cpuOf((email as Row).service) / cpuOf((plain as Row).service);
}
