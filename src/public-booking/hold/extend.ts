import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { type FormRow, writeForm } from "../form/form-sql.ts";
import { HOLD_MINUTES, isHeld } from "./hold.ts";

/** Ten minutes more, once (WCAG 2.2.1); a second press of the button changes nothing, and neither does one too late. */
export async function extendHold(
  tx: Tx,
  office: CitizensOffice,
  form: FormRow,
  now: Temporal.Instant,
): Promise<FormRow> {
  if (!form.held_until || form.is_extended || !isHeld(form, now)) return form;
  const held_until = form.held_until.add({ minutes: HOLD_MINUTES });
  const longer = { ...form, held_until, is_extended: true, seen_at: now };
  await writeForm(tx, office.id, longer);
  return longer;
}
