import { holdPlace } from "../../appointments/online/hold-place.ts";
import type { Place } from "../../appointments/place/offer.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { acrossOffices } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { dateOf } from "../../platform/time.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import type { FormRow } from "../form/form-sql.ts";
import type { Asker, Browser } from "../hoarding/asker.ts";
import { heldShare, minutesLeft } from "../hoarding/held-share.ts";
import { formsOfDay, formsOfParty, holdsOfPerson, NO_FORMS } from "../hoarding/hoarding-sql.ts";
import { requireMeans } from "../hoarding/require-means.ts";
import { termsIfOpen } from "../opened-office.ts";
import { type Offered, offeredOn } from "./offering.ts";

interface Holding {
  /** Of the row that holds the place */
  readonly id: string;
  readonly service: string;
  readonly language: CitizensLanguage;
  readonly now: Temporal.Instant;
  readonly date: Temporal.PlainDate;
  /** What the office offers that day, this place among it */
  readonly offered: Offered;
  /** Of the form that holds it; null: an offer does */
  readonly key: Buffer | null;
}

/** One person may hold so many times at once while filling in, in all offices. */
const MOST_OF_PERSON = 2;

/**
 * The one way to a held place, whoever asks and by whichever page, link or key.
 * @param asker null: an accredited system
 * @returns whether it is held from now on; false: once it is confirmed
 * @throws Refusal 409 where somebody was there first; `hold-needs-work` and `hold-needs-email` for a browser
 */
export async function holdThroughGate(
  tx: Tx,
  office: CitizensOffice,
  { place, asker }: { readonly place: Place; readonly asker: Asker | null },
  holding: Holding,
): Promise<boolean> {
  const isHeld = await mayHold(tx, office, asker, holding);
  const { id, service, language, now } = holding;
  await holdPlace(tx, office, place, { id, service, language, now, later: !isHeld });
  return isHeld;
}

async function mayHold(tx: Tx, office: CitizensOffice, asker: Asker | null, holding: Holding): Promise<boolean> {
  switch (asker?.by) {
    case "browser":
      if (asker.later) return false;
      await requireMeansOf(tx, office, asker, holding);
      return true;
    case "person":
      return (await holdsOfPerson(acrossOffices(tx), asker.key, holding.key)) < MOST_OF_PERSON;
    default:
      return true;
  }
}

async function requireMeansOf(
  tx: Tx,
  office: CitizensOffice,
  asker: Browser,
  { offered, date, now }: Holding,
): Promise<void> {
  const [ofParty, day] = await Promise.all([
    asker.party ? formsOfParty(acrossOffices(tx), asker.party, now) : NO_FORMS,
    formsOfDay(tx, office.id, date, now),
  ]);
  requireMeans(asker, { ...ofParty, day, heldShare: heldShare(offered, date) });
}

/**
 * The same for a place that is held already and has just become longer, under the lock of its day: it takes no more of the day
 * than one that is held so long from the beginning.
 * @throws Refusal 409 `slot-taken` where the day has given what it gives online, `hold-needs-email` where strangers have their part
 */
export async function requireShareOfLonger(
  tx: Tx,
  office: CitizensOffice,
  { service, starts_at, person_key, is_offered }: FormRow,
  now: Temporal.Instant,
): Promise<void> {
  const date = dateOf(starts_at);
  const terms = await termsIfOpen(tx, office);
  const offered = await offeredOn(tx, office, { service, date, terms, now });
  if (minutesLeft(offered, date) < 0) throw new Refusal(409, "slot-taken");
  // Who has shown who they are, and whom the office has offered the place, stand outside strangers' part.
  const isStranger = person_key === null && !is_offered;
  if (isStranger && heldShare(offered, date, 0) > 1) throw new Refusal(409, "hold-needs-email");
}
