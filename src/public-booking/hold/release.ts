import { noteGivenUp } from "../../appointments/online/freed.ts";
import { giveBack } from "../../appointments/online/give-back.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { endHoldsOver, type FormRow, type HeldForm } from "../form/form-sql.ts";

/** Gives a form's time back before it is over; the form is written by whoever asks. */
export async function release(tx: Tx, officeId: number, form: FormRow, now: Temporal.Instant): Promise<void> {
  if (form.held_until) await giveBackOf(tx, officeId, [form], now);
}

/** Gives back what is held no more, in one office. */
export async function giveBackOver(tx: Tx, officeId: number, now: Temporal.Instant): Promise<void> {
  await giveBackOf(tx, officeId, await endHoldsOver(tx, officeId, now), now);
}

/** A place that was offered goes to the next one who wishes for it; what somebody only held is free at once. */
async function giveBackOf(tx: Tx, officeId: number, forms: readonly HeldForm[], now: Temporal.Instant): Promise<void> {
  const ids = (held: readonly HeldForm[]) => held.map(({ appointment_id }) => appointment_id);
  const gone = await giveBack(tx, officeId, ids(forms), now);
  const offered = new Set(ids(forms.filter(({ is_offered }) => is_offered)));
  const toCome = gone.filter(({ id, starts_at }) => offered.has(id) && Temporal.Instant.compare(starts_at, now) > 0);
  await noteGivenUp(tx, officeId, toCome, now);
}
