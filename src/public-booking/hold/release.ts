import { giveBack } from "../../appointments/online/give-back.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { endHoldsOver, type FormRow } from "../form/form-sql.ts";

/** Gives a form's time back before it is over; the form is written by whoever asks. */
export async function release(tx: Tx, officeId: number, form: FormRow, now: Temporal.Instant): Promise<void> {
  if (form.held_until) await giveBack(tx, officeId, [form.appointment_id], now);
}

/** Gives back what is held no more, in one office. */
export async function giveBackOver(tx: Tx, officeId: number, now: Temporal.Instant): Promise<void> {
  await giveBack(tx, officeId, await endHoldsOver(tx, officeId, now), now);
}
