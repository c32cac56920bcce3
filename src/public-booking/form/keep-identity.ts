import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { identityMark } from "../confirm/person-keys.ts";
import { type FormRow, writeForm } from "./form-sql.ts";
import type { Identity } from "./identity.ts";

/** Who fills in a form, by somebody's word; null: nobody says so any more. What was typed stays. */
export async function keepIdentity(
  tx: Tx,
  office: CitizensOffice,
  form: FormRow,
  { identity, now }: { readonly identity: Identity | null; readonly now: Temporal.Instant },
): Promise<void> {
  if (form.confirmed_at) return;
  await writeForm(tx, office.id, { ...form, identity, person_key: identityMark(identity), seen_at: now });
}
