import { existingAppointment } from "../../appointments/row/existing.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { officeOfCitizen } from "../../identity/citizens/citizens-office.ts";
import { type CitizensLink, officeOfLink } from "../../identity/citizens/links.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { dateOf } from "../../platform/time.ts";
import { hashOfToken } from "../../platform/token.ts";
import { placeByKey } from "../../waiting/place/by-key.ts";

/** Where somebody waits. */
export interface FoundPlace {
  readonly office: CitizensOffice;
  readonly visit: string;
}

/** By the key of a place, or by the link of an appointment. @throws Refusal 404 for a key that is none, or of another day */
export async function findPlace(db: Database, token: string, now: Temporal.Instant): Promise<FoundPlace> {
  const hash = hashOfToken(token);
  const place = hash && (await placeByKey(db.acrossOffices, hash, dateOf(now)));
  if (place) return { office: await officeOfCitizen(db.nation, place.office), visit: place.visit };
  const link = hash && (await officeOfLink(db.acrossOffices, hash));
  if (link?.kind === "manage" && (await isStillTheirs(db, link)))
    return { office: link.office, visit: link.appointmentId };
  throw placeGone();
}

/** With another e-mail it is another one's. */
const isStillTheirs = async (
  db: Database,
  { office, appointmentId, isAddressedTo }: CitizensLink,
): Promise<boolean> => {
  const { email } = await db.read({ office: office.id }, (tx) => existingAppointment(tx, office, appointmentId));
  return isAddressedTo(email);
};

export const placeGone = (): Refusal => new Refusal(404, "link-over");
