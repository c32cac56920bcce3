import type { Appointment } from "../../appointments/contract.ts";
import { servicesOfRow } from "../../appointments/field/visit-services.ts";
import { confirmHeld, lockedHold, requireHeldPlace, type Visitor } from "../../appointments/online/confirm-held.ts";
import { offeredMinutes } from "../../appointments/place/placing.ts";
import { withOfferedNeeds } from "../../appointments/row/offered-needs.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal, refuseFields } from "../../platform/refusal.ts";
import { type FormRow, writeForm } from "../form/form-sql.ts";
import type { Typed } from "../form/typed.ts";
import { interpreterErrors } from "../form/visitor.ts";
import { isHeld } from "../hold/hold.ts";
import { endWishesOfBooked } from "../notify/end.ts";
import { termsIfOpen } from "../opened-office.ts";
import { requireWithinLimit } from "./limit.ts";
import { mailDomainOf } from "./new-domain.ts";
import { identityMark, namesMark, personKeys } from "./person-keys.ts";
import { insertPerson, lockPerson, type MailDomain } from "./person-sql.ts";

interface Confirmed {
  readonly visitor: Visitor;
  /** An accredited system answers for who it is: then a telephone number says so as well as anything else */
  readonly isVouchedFor?: boolean;
  readonly now: Temporal.Instant;
}

/**
 * Makes of a held time an appointment, once it is known who asks (circular, second phase).
 * @param form locked by the caller
 * @throws Refusal 409 `hold-over`, `office-not-public`, `slot-not-offered`, `email-domain-full`, or as `requireWithinLimit`; 422
 * where the office takes no telephone alone
 */
export async function confirm(
  tx: Tx,
  office: CitizensOffice,
  form: FormRow,
  { visitor: given, isVouchedFor = false, now }: Confirmed,
): Promise<Appointment> {
  const [held, visitor] = await Promise.all([
    lockedHold(tx, office, { id: form.appointment_id, startsAt: form.starts_at }),
    withOfferedNeeds(tx, given),
  ]);
  // What was typed behind a link that had been sent by then.
  refuseFields(interpreterErrors(form));
  if (!isHeld(form, now) || Temporal.Instant.compare(held.starts_at, now) <= 0) throw new Refusal(409, "hold-over");
  const phone = isVouchedFor ? visitor.phone : provenPhone(form, visitor);
  const mark = identityMark(form.identity);
  const isIdentified = mark !== null;
  const keys = personKeys({ email: visitor.email, phone, identity: mark ?? namesMark(form.identity) });
  const [domain] = await Promise.all([
    requireTerms(tx, office, form, {
      keys,
      visitor,
      isIdentified,
      byPhone: !isVouchedFor && phone !== null,
      isVouchedFor,
      now,
    }),
    requireHeldPlace(tx, office, held),
    offeredMinutes(tx, office, servicesOfRow(held)),
  ]);
  const settled = { typed: { how: howOf(form) }, identity: null, held_until: null, confirmed_at: now, seen_at: now };
  const [appointment] = await Promise.all([
    confirmHeld(tx, office, held, { visitor, owner: mark && { mark, way: form.identity?.by ?? "taxisnet" }, now }),
    insertPerson(tx, office.id, held.id, { keys, isIdentified, domain }),
    writeForm(tx, office.id, { ...form, ...settled }),
  ]);
  await endWishesOfBooked(tx, office, { keys, hold: held.id, service: form.service }, now);
  return appointment;
}

/** How it was shown who asks: all of the form that stays. */
const howOf = ({ identity, typed }: FormRow): Typed["how"] =>
  identity ? (identity.by ?? "taxisnet") : (typed.how ?? "email");

/** Where it is all that shows who asks. Beside an e-mail or a sign-in anybody's could be typed. */
const provenPhone = ({ typed, identity }: FormRow, { phone }: Visitor): string | null =>
  typed.how === "phone" && identity === null ? phone : null;

interface Person {
  readonly keys: readonly Buffer[];
  readonly visitor: Visitor;
  readonly isIdentified: boolean;
  /** A telephone is all that shows who it is */
  readonly byPhone: boolean;
  readonly isVouchedFor: boolean;
  readonly now: Temporal.Instant;
}

/** As the office gives its times: to whom, and how many to one person. @returns the domain of the e-mail, to be noted */
async function requireTerms(
  tx: Tx,
  office: CitizensOffice,
  form: FormRow,
  { keys, visitor, isIdentified, byPhone, isVouchedFor, now }: Person,
): Promise<MailDomain | null> {
  const [terms] = await Promise.all([termsIfOpen(tx, office), lockPerson(tx, keys)]);
  if (byPhone && !terms.byPhone) throw new Refusal(422, "fields-invalid");
  await requireWithinLimit(tx, { keys, isIdentified, visitor, limit: terms.limit, now });
  const domain = isVouchedFor ? null : await mailDomainOf(tx, office, form, { terms, now });
  if (domain === "full") throw new Refusal(409, "email-domain-full");
  return domain;
}
