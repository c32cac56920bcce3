import type { Appointment } from "../../appointments/contract.ts";
import { servicesOfVisit } from "../../appointments/field/visit-services.ts";
import { existingAppointment } from "../../appointments/row/existing.ts";
import { presented } from "../../appointments/row/present.ts";
import { isCounted } from "../../appointments/statuses.ts";
import { record } from "../../audit/record.ts";
import type { OperableOffice } from "../../identity/office-access.ts";
import type { Office, Service } from "../../offices/contract.ts";
import { servicesByCode, wholeOffice } from "../../offices/whole-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import { ownWordsOf } from "./slip-sql.ts";

/** What a citizen without e-mail takes home. */
export interface Slip {
  readonly office: Omit<Office, "services" | "notOffered">;
  readonly appointment: Appointment;
  /** Each once, of those that the catalogue has */
  readonly services: readonly Service[];
  /** In its language, by the Greek words */
  readonly ownWords: ReadonlyMap<string, string>;
  /** In which it is written */
  readonly language: CitizensLanguage;
}

/** @throws Refusal 404 for another office's, 409 for one that will not take place */
export async function printSlip(tx: Tx, office: OperableOffice, id: string, now: Temporal.Instant): Promise<Slip> {
  const row = await existingAppointment(tx, office, id);
  if (!isCounted(row.status)) throw new Refusal(409, "appointment-not-live");
  const appointment = presented(office.code, row);
  const catalogue = await servicesByCode(tx, office);
  await record(tx, office, { act: "slip-printed", appointments: [row.id] }, now);
  const whole = await wholeOffice(tx, office, now);
  // As letters: whose language was switched off meanwhile reads English.
  const language = whole.languages.includes(appointment.language) ? appointment.language : "en";
  const codes = [...new Set(servicesOfVisit(appointment))].filter((code) => catalogue.has(code));
  const services = codes.map((code) => catalogue.get(code) as Service);
  return { office: whole, appointment, services, ownWords: await ownWordsOf(tx, codes, language), language };
}
