import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { instantOf, localDay } from "../../platform/time.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import { visitOfText } from "../field/visit-services.ts";
import { namelessDetails } from "../row/details.ts";
import { insertAppointment } from "../sql.ts";
import { clearEmail, numberOfDefaultQueue, updateTimes } from "./wish-row-sql.ts";

/**
 * A wish without an appointment has a row of `appointment` under which its letters, links and offers stand as those of an
 * appointment do. It holds no place, and is nobody's visit: from the beginning it is `expired`, at the end of the wish's last day.
 */
export interface WishRow {
  readonly id: string;
  /** All that is to be done, as `visitText` writes it */
  readonly service: string;
  readonly language: CitizensLanguage;
  readonly email: string;
  /** Of the wish */
  readonly last: Temporal.PlainDate;
  readonly now: Temporal.Instant;
}

export async function insertWishRow(
  tx: Tx,
  office: CitizensOffice,
  { id, service, language, email, last, now }: WishRow,
): Promise<void> {
  await insertAppointment(tx, office.id, {
    ...namelessDetails(service),
    ...visitOfText(service),
    ...timesOf(last),
    channel: "online",
    language,
    email,
    id,
    queue: await numberOfDefaultQueue(tx, office.id),
    status: "expired",
    status_at: now,
    version: 1,
    created_at: now,
    created_by: null,
  });
}

export const moveWishRow = (tx: Tx, officeId: number, id: string, last: Temporal.PlainDate): Promise<void> =>
  updateTimes(tx, officeId, id, timesOf(last));

/** Nothing of it tells from then on whose wish it was. */
export const forgetWishRow = (tx: Tx, officeId: number, id: string): Promise<void> => clearEmail(tx, officeId, id);

const LAST_MINUTES = 5;

function timesOf(last: Temporal.PlainDate) {
  const ends_at = instantOf(localDay(last).to);
  return { starts_at: ends_at.subtract({ minutes: LAST_MINUTES }), ends_at };
}
