import type { Appointment } from "../../appointments/contract.ts";
import { appointmentsByIds } from "../../appointments/many/concerned.ts";
import { record } from "../../audit/record.ts";
import { type AboutSomebody, entriesAbout } from "../../audit/trail/about.ts";
import type { AdministeredOffice } from "../../identity/office-access.ts";
import type { Office } from "../../offices/contract.ts";
import { servicesByCode, wholeOffice } from "../../offices/whole-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";

/** What a citizen is answered who asks what is kept and who has seen it (GDPR, article 15). */
export interface Answer {
  readonly office: Omit<Office, "services" | "notOffered">;
  readonly appointments: readonly Appointment[];
  /** Names of services by their codes */
  readonly services: ReadonlyMap<string, { readonly name: string }>;
  readonly entries: readonly AboutSomebody[];
  readonly at: Temporal.Instant;
}

/** Recorded before anybody sees it. @throws Refusal 404 when the office has none of these appointments */
export async function printAnswer(
  tx: Tx,
  office: AdministeredOffice,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<Answer> {
  const known = await appointmentsByIds(tx, office, ids);
  const appointments = [...known.values()].sort((a, b) => `${a.date} ${a.time}`.localeCompare(`${b.date} ${b.time}`));
  if (appointments.length === 0) throw new Refusal(404, "appointment-not-found");
  const entries = await entriesAbout(tx, office.id, [...known.keys()]);
  await record(tx, office, { act: "answer-printed", appointments: [...known.keys()] }, now);
  return {
    office: await wholeOffice(tx, office, now),
    appointments,
    services: await servicesByCode(tx, office),
    entries,
    at: now,
  };
}
