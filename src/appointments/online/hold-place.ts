import { randomUUIDv7 } from "node:crypto";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { announceChange } from "../../live/announce.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { dateOf, instantOf } from "../../platform/time.ts";
import type { AppointmentLanguage } from "../contract.ts";
import type { Place } from "../place/offer.ts";
import { slotTaken } from "../place/placing.ts";
import { namelessDetails } from "../row/details.ts";
import { insertAppointment, type NewRow } from "../sql.ts";

interface Holding {
  readonly service: string;
  readonly language: AppointmentLanguage;
  readonly now: Temporal.Instant;
}

/**
 * Keeps a place for a citizen who fills in a form: a row under the same constraint as all others, of nobody yet.
 * @returns its id; @throws Refusal 409 where somebody was there first
 */
export async function holdPlace(
  tx: Tx,
  office: CitizensOffice,
  { queue, visit }: Place,
  { service, language, now }: Holding,
): Promise<string> {
  const starts_at = instantOf(visit.from);
  const row: NewRow = {
    ...{ ...namelessDetails(service), channel: "online", language },
    ...{ id: randomUUIDv7(), queue, starts_at, ends_at: instantOf(visit.to) },
    ...{ status: "held", status_at: now, version: 1, created_at: now, created_by: null },
  };
  if ((await insertAppointment(tx, office.id, row)) === null) throw slotTaken(starts_at);
  await announceChange(tx, office.id, [dateOf(starts_at)], row.id, null);
  return row.id;
}
