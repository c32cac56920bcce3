import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { planConfirmLink } from "../../outbox/plan-link.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { normalizeEmail } from "../../platform/text/email.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { type FormRow, writeForm } from "../form/form-sql.ts";
import { extendHold } from "../hold/extend.ts";

const PAUSE_SECONDS = 60;
/** Whoever asks more often for e-mails to one form wants something else than an appointment. */
const MOST_LINKS = 5;

/** Minutes to wait before another e-mail is sent; 0: it is on its way; null: none is sent for this form, or there, any more. */
export type Wait = number | null;

/** The pause is between two messages to one address: for another one than before there is none. */
export const unpausedFor = (form: FormRow, emailBefore: string | null): FormRow =>
  form.typed.email === emailBefore ? form : { ...form, link_asked_at: null };

/**
 * Plans the e-mail with the link that confirms; from then on the time is held to the end of its one extension.
 * @param form locked, held, and with an e-mail that can be written to
 */
export async function askForLink(tx: Tx, office: CitizensOffice, form: FormRow, now: Temporal.Instant): Promise<Wait> {
  const waited = form.link_asked_at ? now.since(form.link_asked_at).total("seconds") : Number.POSITIVE_INFINITY;
  if (form.links_asked >= MOST_LINKS) return null;
  if (waited < PAUSE_SECONDS) return Math.ceil((PAUSE_SECONDS - waited) / 60);
  // As it will be stored: the link is good for that spelling alone.
  const address = normalizeEmail(form.typed.email ?? "");
  if (!("email" in address)) throw new Refusal(422, "fields-invalid");
  const place = { date: dateTextOf(form.starts_at), time: clockTextOf(form.starts_at), queue: 0 };
  const wish = { appointment: form.appointment_id, email: address.email, place };
  if (!(await planConfirmLink(tx, office.id, wish, now))) return null;
  const held = await extendHold(tx, office, form, now);
  const links_asked = held.links_asked + 1;
  await writeForm(tx, office.id, { ...held, link_asked_at: now, links_asked, seen_at: now });
  return 0;
}
