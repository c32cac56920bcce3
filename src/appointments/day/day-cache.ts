import type { OperableOffice } from "../../identity/office-access.ts";
import type { OfficeChanges } from "../../live/follow-offices.ts";
import { createOfficeCache } from "../../live/office-cache.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { ReadyJson } from "../../platform/http/ready-json.ts";
import { epochMinute } from "../../platform/time.ts";
import { sharedDay } from "./day.ts";
import { textsOfDay } from "./day-texts.ts";
import type { OwnTexts } from "./own-texts.ts";

interface DayQuestion {
  readonly date: Temporal.PlainDate;
  readonly now: Temporal.Instant;
  readonly mustBeNew: boolean;
}

/**
 * The day of an office as its desks read it: made once for all who ask, until a notice of the office comes, or another minute,
 * which lets times and appointments go by.
 */
export type ReadDay = (office: OperableOffice, question: DayQuestion) => Promise<ReadyJson>;

export function createDayCache(db: Database, changes: OfficeChanges): ReadDay {
  const cache = createOfficeCache<OwnTexts>(changes, { name: "days of desks", max: 500 });
  return async (office, { date, now, mustBeNew }) => {
    const question = { office: office.id, key: `${date} ${epochMinute(now)}`, mustBeNew };
    const texts = await cache.load(question, async () =>
      textsOfDay(await db.read({ office: office.id }, (tx) => sharedDay(tx, office, date, now))),
    );
    return texts(office.employeeId);
  };
}
