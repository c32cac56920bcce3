import type { ExistingAppointment } from "../../appointments/row/existing.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Read } from "../../platform/database/sql.ts";
import { acrossOffices } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { dateOf, instantOf, localDay } from "../../platform/time.ts";
import type { FormRow } from "../form/form-sql.ts";
import { domainShare, heldShare } from "../hoarding/held-share.ts";
import { offeredOn } from "../hold/offering.ts";
import { termsIfOpen } from "../opened-office.ts";
import type { OnlineTerms } from "../terms.ts";
import { domainKey } from "./mail-domain.ts";
import { identityMark } from "./person-keys.ts";
import { hasCome, type MailDomain, minutesOfDomain, personOfVisit } from "./person-sql.ts";

interface Confirming {
  readonly terms: OnlineTerms;
  readonly now: Temporal.Instant;
}

/**
 * The domain of a form's e-mail, where nothing else counts who asks. Anybody can have a thousand mailboxes of a domain of
 * their own: a day gives few of its public places to one domain, and as few to all those of which nobody has come yet.
 * @returns null: it says nothing; "full": the day has given them all
 */
export async function mailDomainOf(
  tx: Read,
  office: CitizensOffice,
  form: FormRow,
  confirming: Confirming,
): Promise<MailDomain | null | "full"> {
  const { typed, identity } = form;
  const isCounted = identityMark(identity) !== null || (identity === null && typed.how === "phone");
  const key = isCounted ? null : domainKey(typed.email ?? "");
  return key && roomOfDomain(tx, office, { key, form }, confirming);
}

interface OfDomain {
  readonly key: Buffer;
  /** That chooses a time of the day */
  readonly form: Pick<FormRow, "service" | "starts_at" | "awaits_email">;
}

/** What the day of a form has left for a domain. */
async function roomOfDomain(
  tx: Read,
  office: CitizensOffice,
  { key, form: { service, starts_at, awaits_email } }: OfDomain,
  { terms, now }: Confirming,
): Promise<MailDomain | "full"> {
  const date = dateOf(starts_at);
  const { from, to } = localDay(date);
  const [isKnown, ofDomain, offered] = await Promise.all([
    hasCome(acrossOffices(tx), key),
    minutesOfDomain(tx, office.id, key, { from: instantOf(from), to: instantOf(to) }),
    offeredOn(tx, office, { service, date, terms, now }),
  ]);
  if (isKnown) return domainShare(offered, date, ofDomain) > 1 ? "full" : { key, isNew: false };
  const given = offered.unproven.get(date.toString()) ?? 0;
  // What is held is counted among strangers' already; where they have their part, one visit more is given this way.
  const isAbove = given > 0 && heldShare(offered, date, awaits_email ? 1 : 0) > 1;
  return isAbove || domainShare(offered, date, given) > 1 ? "full" : { key, isNew: true };
}

interface Moving {
  readonly visit: Pick<ExistingAppointment, "id" | "starts_at">;
  readonly form: OfDomain["form"];
}

/**
 * A visit that goes to another day is one more of its domain there.
 * @throws Refusal 409 `email-domain-full`
 */
export async function requireRoomToMove(
  tx: Read,
  office: CitizensOffice,
  { visit, form }: Moving,
  now: Temporal.Instant,
): Promise<void> {
  if (dateOf(visit.starts_at).equals(dateOf(form.starts_at))) return;
  const [{ domain }, terms] = await Promise.all([personOfVisit(tx, office.id, visit.id), termsIfOpen(tx, office)]);
  if (domain && (await roomOfDomain(tx, office, { key: domain.key, form }, { terms, now })) === "full")
    throw new Refusal(409, "email-domain-full");
}
