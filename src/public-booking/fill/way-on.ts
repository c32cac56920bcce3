import type { FieldError } from "../../platform/refusal.ts";
import { emailMeant } from "../../platform/text/email-slip.ts";
import { isTemporary } from "../confirm/mail-domain.ts";
import { identityMark } from "../confirm/person-keys.ts";
import type { FormRow } from "../form/form-sql.ts";
import { comes, contactErrors, whoErrors } from "../form/visitor.ts";
import { ADDRESS } from "../frame/address.ts";
import { goesOn } from "../hold/hold.ts";

/** How a form goes on from the page on which all is looked at. Pure. */

export type CheckOutcome = { readonly address: string } | { readonly errors: readonly FieldError[] };

/**
 * Nothing is confirmed by a form that is held no more: whoever asks is shown what can be done.
 * @param before as it was stored at the press before
 */
export function wayOn(form: FormRow, before: FormRow, now: Temporal.Instant): CheckOutcome | "link" | "confirm" {
  if (form.confirmed_at) return { address: ADDRESS.done };
  if (!goesOn(form, now)) return { errors: [] };
  if (whoErrors(form).length > 0) return { address: ADDRESS.who };
  const errors = waysErrors(form);
  if (errors.length > 0) return { errors };
  if (needsLetter(form)) return "link";
  if (form.identity) return slipErrors(form, before) ?? "confirm";
  if (form.typed.how === "taxisnet") return { address: ADDRESS.taxisnet };
  if (form.typed.how === "wallet") return { address: ADDRESS.wallet };
  return form.typed.how === "email" ? "link" : "confirm";
}

/**
 * A time that is not held before somebody is known is none for a wallet without a number: its names count nobody, and an
 * e-mail that was typed is nobody's yet.
 */
export const needsLetter = (form: Pick<FormRow, "identity" | "awaits_email">): boolean =>
  form.awaits_email && hasNamesAlone(form);

/** By somebody's word, but nothing that is one person's: names are others' too. */
export const hasNamesAlone = ({ identity }: Pick<FormRow, "identity">): boolean =>
  identity !== null && identityMark(identity) === null;

/** What a wallet showed is typed from then on: nothing else of it counts. */
export function byLetter(form: FormRow): FormRow {
  if (!hasNamesAlone(form)) return form;
  const { lastName, firstName } = comes(form.typed, form.identity) ?? form.typed;
  return { ...form, identity: null, typed: { ...form.typed, lastName, firstName, how: "email" } };
}

/** Whoever goes on without a letter's link is asked of a slip at once, and once. Null: nothing is wrong */
function slipErrors({ typed: { email = "" }, identity }: FormRow, before: FormRow): CheckOutcome | null {
  const meant = emailMeant(email);
  if (meant === null) return null;
  if (before.typed.email !== email) return { errors: [{ field: "email", code: "email-slip", values: { meant } }] };
  // Some temporary mailboxes live on slips of the hand.
  const counts = identityMark(identity) === null;
  return counts && isTemporary(email) ? { errors: [{ field: "email", code: "email-temporary" }] } : null;
}

/** Who was identified need not be reached, if that counts them; who was not must be. */
function waysErrors({ typed, identity, awaits_email }: FormRow): FieldError[] {
  const { how, email = "", phone = "" } = typed;
  const errors = contactErrors(typed, identity);
  if (identityMark(identity)) return errors;
  if (identity) return email.trim() === "" ? [{ field: "email", code: "email-required" }, ...errors] : errors;
  if (how === "taxisnet" || how === "wallet") return errors;
  // A number that anybody could type shows nothing of who asks.
  if (!how || (how === "phone" && awaits_email)) return [{ field: "how", code: "how-required" }];
  if (how === "email" && email.trim() === "") return [{ field: "email", code: "email-required" }, ...errors];
  if (how === "phone" && phone.trim() === "") return [{ field: "phone", code: "phone-required" }, ...errors];
  return errors;
}
