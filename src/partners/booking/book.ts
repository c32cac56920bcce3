import { randomBytes } from "node:crypto";
import { citizenOf } from "../../appointments/field/columns.ts";
import { servicesOfRow, visitText } from "../../appointments/field/visit-services.ts";
import type { Visitor } from "../../appointments/online/confirm-held.ts";
import { detailColumns } from "../../appointments/row/details.ts";
import { requireOfferedLanguage } from "../../appointments/row/offered-languages.ts";
import { requireOfferedNeeds } from "../../appointments/row/offered-needs.ts";
import { type CitizensOffice, officeOfCitizen, openOffice } from "../../identity/citizens/citizens-office.ts";
import { requireInterpreter } from "../../offices/interpreters/require-interpreter.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { acrossOffices } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { SentOnce } from "../../platform/http/idempotency.ts";
import { Refusal, refuseFields } from "../../platform/refusal.ts";
import { confirm } from "../../public-booking/confirm/confirm.ts";
import { holdTime } from "../../public-booking/hold/hold.ts";
import type { PartnerBookingRequest, PartnerVisit } from "../contract.ts";
import type { PartnerCaller } from "./caller.ts";
import { recordPartner } from "./record-partner.ts";
import { requireDayNotFull, requireShare } from "./share.ts";
import { partnerVisit } from "./visit.ts";
import { insertPartnerVisit, lockRequest, type VisitOfKey, visitOfKey } from "./visit-sql.ts";

interface Booked {
  readonly visit: PartnerVisit;
  /** The same request had been carried out before */
  readonly isRepeated: boolean;
}

interface BookingContext extends SentOnce {
  readonly partner: PartnerCaller;
  /** Appointments that one partner may book in a day */
  readonly most: number;
  readonly now: Temporal.Instant;
}

/**
 * Books for a citizen whom a partner answers for, by the rules and in the steps by which citizens book themselves: the time
 * is held and confirmed in one transaction.
 * @throws Refusal 404 for an office that is not open to citizens; 409 as a hold and its confirmation do, or where the partner
 * has its share of that day; 422 at the fields, or where the key was used for something else; 429 after so many in a day
 */
export async function bookForCitizen(
  db: Database,
  request: PartnerBookingRequest,
  context: BookingContext,
): Promise<Booked> {
  // What was booked stays so, also where no more is booked by now.
  const known = await visitOfKey(db.acrossOffices, context.partner.id, context.key);
  if (known) return db.read({ office: known.office }, (tx) => bookedBefore(tx, known, context));
  const office = await openOffice(db.nation, request.office);
  return db.write({ office: office.id }, (tx) => bookOnce(tx, office, request, context));
}

async function bookOnce(
  tx: Tx,
  office: CitizensOffice,
  request: PartnerBookingRequest,
  context: BookingContext,
): Promise<Booked> {
  const { partner, key, requestHash, most, now } = context;
  await lockRequest(tx, partner.id, key);
  const known = await visitOfKey(acrossOffices(tx), partner.id, key);
  if (known) return bookedBefore(tx, known, context);
  const visitor = visitorOf(request);
  const { time, language = "el" } = request;
  await Promise.all([requireOfferedLanguage(tx, language), requireOfferedNeeds(tx, request)]);
  const service = serviceTextOf(request, visitor);
  const date = Temporal.PlainDate.from(request.date);
  const { interpreter } = request;
  await requireInterpreter(tx, office, { interpreter, date }, now);
  const wish = { service, time, language, interpreter, date };
  const form = await holdTime(tx, office, wish, { key: randomBytes(32), now, asker: null });
  const { appointment_id: id } = form;
  await insertPartnerVisit(tx, office.id, { id, partner: partner.id, key, requestHash });
  await requireShare(tx, office, partner, { ...wish, id, now });
  await confirm(tx, office, form, { visitor, isVouchedFor: true, now });
  await recordPartner(tx, office, partner, { id, now });
  // The last that is waited for: this partner's other bookings wait here for each other.
  await requireDayNotFull(tx, partner, most, now);
  return { visit: await partnerVisit(tx, office, id), isRepeated: false };
}

/** As it is by now. @throws Refusal 422 where the key was used for something else */
async function bookedBefore(
  tx: Read,
  { office, id, requestHash }: VisitOfKey,
  context: BookingContext,
): Promise<Booked> {
  if (!requestHash.equals(context.requestHash)) throw new Refusal(422, "idempotency-key-reused");
  return { visit: await partnerVisit(tx, await officeOfCitizen(tx, office), id), isRepeated: true };
}

/** @throws Refusal 422 where a code is none, but several in one: of which a text of several would be read otherwise */
function serviceTextOf({ service, moreServices = [] }: PartnerBookingRequest, { companions, needs }: Visitor): string {
  const visit = { service, more_services: moreServices, companions, needs };
  if (servicesOfRow(visit).some((code) => /^$|[,;~]/.test(code)))
    refuseFields([{ field: "service", code: "service-unknown" }]);
  return visitText(visit);
}

/** @throws Refusal 422 at each field; one way to reach them is needed, for what the office may have to tell */
function visitorOf({ email, phone, ...request }: PartnerBookingRequest): Visitor {
  const details = detailColumns({ ...request, email: email ?? null, phone: phone ?? null });
  if (details.email === null && details.phone === null)
    refuseFields([{ field: "email", code: "partner-contact-required" }]);
  return citizenOf(details);
}
