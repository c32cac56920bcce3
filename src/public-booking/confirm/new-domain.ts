import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Read } from "../../platform/database/sql.ts";
import { dateOf, instantOf, localDay } from "../../platform/time.ts";
import type { FormRow } from "../form/form-sql.ts";
import { shareWith } from "../hoarding/held-share.ts";
import { offeredOn } from "../hold/offering.ts";
import type { OnlineTerms } from "../terms.ts";
import { domainKey } from "./mail-domain.ts";
import { hasCome, type MailDomain, minutesOfNewDomains } from "./person-sql.ts";

interface Asked {
  readonly terms: OnlineTerms;
  readonly now: Temporal.Instant;
}

/**
 * The domain of a form's e-mail, where its link is all that shows who asks. Anybody can have a thousand mailboxes of a domain of
 * their own: until somebody has come of it, a day gives no more of its public places to all such domains than it holds for
 * whoever fills in.
 * @returns null: it says nothing; "full": the day has given them all
 */
export async function mailDomainOf(
  tx: Read,
  office: CitizensOffice,
  { typed, identity, service, starts_at }: FormRow,
  { terms, now }: Asked,
): Promise<MailDomain | null | "full"> {
  const key = identity || typed.how === "phone" ? null : domainKey(typed.email ?? "");
  if (!key) return null;
  if (await hasCome(tx, key)) return { key, isNew: false };
  const date = dateOf(starts_at);
  const { from, to } = localDay(date);
  const [offered, given] = await Promise.all([
    offeredOn(tx, office, { service, date, terms, now }),
    minutesOfNewDomains(tx, office.id, instantOf(from), instantOf(to)),
  ]);
  return shareWith(offered, date, given) > 1 ? "full" : { key, isNew: true };
}
