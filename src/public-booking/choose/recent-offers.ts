import type { Database } from "../../platform/database/transaction.ts";
import { readAtOpenedOffice } from "../opened-office.ts";
import type { AskedOffer } from "./chosen-offer.ts";
import { type DayOffered, dayOffered } from "./day.ts";
import { type AskedMonth, type MonthOffered, monthOffered } from "./month.ts";
import { recently } from "./recently.ts";

/** What an office offered at most a second ago; a time of it is looked at again when somebody takes it. */

const months = recently<MonthOffered>();
const days = recently<DayOffered>();

/**
 * @throws Refusal 404 for an office that is not open to citizens and for a service that there is not, 422 for one that the
 * office does not offer
 */
export const recentMonth = (db: Database, code: string, asked: AskedMonth): Promise<MonthOffered> =>
  months.of(db, keyOf(code, asked.month, asked), () =>
    readAtOpenedOffice(db, code, (tx, opened) => monthOffered(tx, opened, asked)),
  );

/** For whoever holds no time yet. @throws Refusal as for a month */
export const recentDay = (
  db: Database,
  code: string,
  date: Temporal.PlainDate,
  asked: AskedOffer,
): Promise<DayOffered> =>
  days.of(db, keyOf(code, date, asked), () =>
    readAtOpenedOffice(db, code, (tx, opened) => dayOffered(tx, opened, date, asked)),
  );

/** Whether a month or a day is told to all who ask now alike: by what an address says, which may be anything. */
export const isRecent = (
  db: Database,
  { office, date, month, service }: AskedAddress,
  now: Temporal.Instant,
): boolean =>
  date === undefined
    ? months.isShared(db, keyOf(office, month ?? null, { service, now }))
    : days.isShared(db, keyOf(office, date, { service, now }));

interface AskedAddress {
  readonly office: string;
  readonly service: string;
  readonly date?: string;
  readonly month?: string;
}

/** Another minute of the clock may have let a time go by. */
const keyOf = (code: string, when: unknown, { service, now }: AskedOffer): string =>
  [code, service, when, Math.floor(now.epochMilliseconds / 60_000)].join("\n");
