import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { announceChange } from "../../live/announce.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { dateOf, instantOf } from "../../platform/time.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import { visitOfText } from "../field/visit-services.ts";
import type { Place } from "../place/offer.ts";
import { slotTaken } from "../place/placing.ts";
import { namelessDetails } from "../row/details.ts";
import { insertAppointment, type NewRow } from "../sql.ts";

interface Holding {
  /** Of the new row */
  readonly id: string;
  /** All that is done, as `visitText` writes it */
  readonly service: string;
  readonly language: CitizensLanguage;
  readonly now: Temporal.Instant;
  /** It holds its place once it is known who asks; until then others may take it */
  readonly later: boolean;
}

/**
 * Keeps a place for a citizen who fills in a form: a row under the same constraint as all others, of nobody yet.
 * @throws Refusal 409 where somebody was there first
 */
export async function holdPlace(
  tx: Tx,
  office: CitizensOffice,
  { queue, visit }: Place,
  { id, service, language, now, later }: Holding,
): Promise<void> {
  const starts_at = instantOf(visit.from);
  const row: NewRow = {
    ...namelessDetails(service),
    ...visitOfText(service),
    channel: "online",
    language,
    id,
    queue,
    starts_at,
    ends_at: instantOf(visit.to),
    status: later ? "expired" : "held",
    status_at: now,
    version: 1,
    created_at: now,
    created_by: null,
  };
  if ((await insertAppointment(tx, office.id, row)) === null) throw slotTaken(starts_at);
  announceChange(tx, office.id, [dateOf(starts_at)], id, null);
}
