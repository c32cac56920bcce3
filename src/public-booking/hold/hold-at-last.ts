import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { clockTextOf, dateOf } from "../../platform/time.ts";
import type { FormRow } from "../form/form-sql.ts";
import { holdTime, isHeld } from "./hold.ts";

/**
 * Holds the time of a form that holds it not yet, or no more, to be confirmed in the same transaction; any other form stays as it is.
 * @param form locked
 * @throws Refusal 409 where somebody has the time by now
 */
export async function holdAtLast(
  tx: Tx,
  office: CitizensOffice,
  form: FormRow,
  now: Temporal.Instant,
): Promise<FormRow> {
  if (isHeld(form, now) || form.confirmed_at) return form;
  const { service, starts_at, language, moves, token_hash: key } = form;
  const wish = { service, language, date: dateOf(starts_at), time: clockTextOf(starts_at), moves: moves ?? undefined };
  return holdTime(tx, office, wish, { key, before: form, now, asker: { by: "confirmation" } });
}
