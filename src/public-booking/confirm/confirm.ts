import type { Appointment } from "../../appointments/contract.ts";
import { confirmHeld, lockedHold, type Visitor } from "../../appointments/online/confirm-held.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type FormRow, writeForm } from "../form/form-sql.ts";
import { isHeld } from "../hold/hold.ts";
import { onlineTerms } from "../sql.ts";
import { personKeys } from "./person-keys.ts";
import { countVisits, insertPerson, lockPerson } from "./person-sql.ts";

interface Confirmed {
  readonly visitor: Visitor;
  /** Of the person who was identified, whoever comes */
  readonly afm: string | null;
  readonly now: Temporal.Instant;
}

/**
 * Makes of a held time an appointment, once it is known who asks (circular, second phase).
 * @param form locked by the caller
 * @throws Refusal 409 `hold-over`, `slot-not-offered` or `too-many-visits`
 */
export async function confirm(
  tx: Tx,
  office: CitizensOffice,
  form: FormRow,
  { visitor, afm, now }: Confirmed,
): Promise<Appointment> {
  const held = await lockedHold(tx, office, form.appointment_id);
  if (!isHeld(form, now)) throw new Refusal(409, "hold-over");
  const keys = personKeys({ email: visitor.email, phone: visitor.phone, afm });
  await requireWithinLimit(tx, office, keys, now);
  const appointment = await confirmHeld(tx, office, held, { visitor, now });
  await insertPerson(tx, office.id, held.id, keys);
  const settled = { typed: {}, identity: null, held_until: null, confirmed_at: now, seen_at: now };
  await writeForm(tx, office.id, { ...form, ...settled });
  return appointment;
}

async function requireWithinLimit(
  tx: Tx,
  office: CitizensOffice,
  keys: readonly Buffer[],
  now: Temporal.Instant,
): Promise<void> {
  const { limit } = await onlineTerms(tx, office.id);
  await lockPerson(tx, keys);
  const visits = await countVisits(tx, keys, now);
  if (visits >= limit) throw new Refusal(409, "too-many-visits", { values: { count: visits, limit } });
}
