import { textWithLonger, visitOfText } from "../../appointments/field/visit-services.ts";
import { fitHeld } from "../../appointments/online/fit-held.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { type FormRow, writeForm } from "../form/form-sql.ts";
import { requireOnlineLengthAt } from "../longest-visit.ts";
import { requireShareOfLonger } from "./gate.ts";
import { goesOn, isHeld } from "./hold.ts";

/**
 * The time of a form as long as its citizen needs it; one that is held only later will be.
 * @param form locked
 * @returns the form as it is then
 * @throws Refusal 409 where there is no room for more behind it, or the day gives no more of itself; 422 where it would be too long
 */
export async function fitHold(
  tx: Tx,
  office: CitizensOffice,
  form: FormRow,
  { isLonger, now }: { readonly isLonger: boolean; readonly now: Temporal.Instant },
): Promise<FormRow> {
  const service = textWithLonger(form.service, isLonger);
  if (service === form.service || form.moves || !goesOn(form, now)) return form;
  const fitted = { ...form, service };
  if (isHeld(form, now)) {
    const hold = { id: form.appointment_id, startsAt: form.starts_at };
    const minutes = await fitHeld(tx, office, hold, visitOfText(service).needs);
    await requireOnlineLengthAt(tx, office, { service, minutes });
    if (isLonger) await requireShareOfLonger(tx, office, fitted, now);
  }
  await writeForm(tx, office.id, fitted);
  return fitted;
}
