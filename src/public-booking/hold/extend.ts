import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { type FormRow, lockedForm, writeForm } from "../form/form-sql.ts";
import { HOLD_MINUTES, isHeld } from "./hold.ts";

/** Ten minutes more, once (WCAG 2.2.1); a second press of the button changes nothing. Null: nothing is held any more. */
export async function extendHold(
  tx: Tx,
  office: CitizensOffice,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<FormRow | null> {
  const form = await lockedForm(tx, office.id, tokenHash);
  if (!form?.held_until || !isHeld(form, now)) return null;
  if (form.is_extended) return form;
  const longer = {
    ...form,
    held_until: form.held_until.add({ minutes: HOLD_MINUTES }),
    is_extended: true,
    seen_at: now,
  };
  await writeForm(tx, office.id, longer);
  return longer;
}
