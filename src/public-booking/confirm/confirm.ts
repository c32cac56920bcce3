import type { Appointment } from "../../appointments/contract.ts";
import { confirmHeld, lockedHold, type Visitor } from "../../appointments/online/confirm-held.ts";
import { offeredMinutes } from "../../appointments/place/placing.ts";
import { type CitizensOffice, isOpenToCitizens } from "../../identity/citizens/citizens-office.ts";
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
  if (!isHeld(form, now) || Temporal.Instant.compare(held.starts_at, now) <= 0) throw new Refusal(409, "hold-over");
  if (!(await isOpenToCitizens(tx, office))) throw new Refusal(409, "office-not-public");
  await offeredMinutes(tx, office, held.service);
  const keys = personKeys({ email: visitor.email, phone: provenPhone(form, visitor), afm });
  await requireWithinLimit(tx, office, keys, now);
  const appointment = await confirmHeld(tx, office, held, { visitor, now });
  await insertPerson(tx, office.id, held.id, keys);
  const settled = { typed: {}, identity: null, held_until: null, confirmed_at: now, seen_at: now };
  await writeForm(tx, office.id, { ...form, ...settled });
  return appointment;
}

/** Where it is all that shows who asks. Beside an e-mail or a sign-in anybody's could be typed. */
const provenPhone = ({ typed, identity }: FormRow, { phone }: Visitor): string | null =>
  typed.how === "phone" && identity === null ? phone : null;

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
