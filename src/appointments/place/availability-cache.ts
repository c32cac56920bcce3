import type { OperableOffice } from "../../identity/office-access.ts";
import type { OfficeChanges } from "../../live/follow-offices.ts";
import { createOfficeCache } from "../../live/office-cache.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { declaredText } from "../../platform/http/contract/declared-only.ts";
import { type ReadyJson, readyContent } from "../../platform/http/ready-json.ts";
import { epochMinute } from "../../platform/time.ts";
import { type AvailabilityQuery, availabilityResponse } from "../contract.ts";
import { availabilityOf } from "./availability.ts";

interface AvailabilityQuestion {
  readonly query: AvailabilityQuery;
  readonly now: Temporal.Instant;
  readonly mustBeNew: boolean;
}

/**
 * Free times of an office as its desks read them: found once for all who ask the same, until a notice of the office comes, or
 * another minute, which lets times go by. They are to be looked at: a booking looks anew, under the lock of its day.
 */
export type ReadAvailability = (office: OperableOffice, question: AvailabilityQuestion) => Promise<ReadyJson>;

export function createAvailabilityCache(db: Database, changes: OfficeChanges): ReadAvailability {
  const cache = createOfficeCache<ReadyJson>(changes, { name: "free times of desks", max: 300 });
  return (office, { query, now, mustBeNew }) => {
    const question = { office: office.id, key: `${JSON.stringify(query)} ${epochMinute(now)}`, mustBeNew };
    return cache.load(question, async () =>
      readyContent(text(await db.read({ office: office.id }, (tx) => availabilityOf(tx, office, query, now)))),
    );
  };
}

const text = declaredText(availabilityResponse);
