import type { FieldError } from "../../../platform/refusal.ts";
import { normalizeEmail } from "../../../platform/text/email.ts";
import type { Identity } from "../../form/identity.ts";
import { contactErrors, visitorIn, whoErrors } from "../../form/visitor.ts";
import type { PageReader } from "../../frame/reader.ts";
import type { SignedIn } from "../../own-visits/own-visits-sql.ts";
import type { EnteringWish } from "./enter-draw.ts";
import { serviceFor, type WishForm } from "./wish-form.ts";

/** Who a wish is of, as forms of visits have it. Pure. */

/** By whichever way they signed in: of the number there is but a mark, and whoever has one name types who comes. */
const identityOf = (person: SignedIn | null): Identity | null =>
  person && { afm: "", lastName: person.last_name, firstName: person.first_name };

/** What is wrong with who comes, and with where they are written to. @param person null: nobody is signed in */
export function whoComesErrors(
  { typed: { email = "", phone = "", ...names }, people }: WishForm,
  service: string,
  person: SignedIn | null,
): FieldError[] {
  const identity = identityOf(person);
  const typed = { ...names, who: "self" } as const;
  const contact = contactErrors({ email, phone }, identity);
  const isWrong = contact.some(({ field }) => field === "email") || "email" in normalizeEmail(email);
  return [
    ...whoErrors({ typed, identity, service: serviceFor(service, people), starts_at: ANY_TIME }),
    ...(isWrong ? [] : [{ field: "email", code: "email-required" }]),
    ...contact,
  ];
}

/** No interpreter is asked for, who could come no earlier. */
const ANY_TIME = Temporal.Instant.fromEpochMilliseconds(0);

/** Of a form without errors. */
export function wisherOf(
  { typed, people }: WishForm,
  {
    service,
    person,
    language,
  }: Pick<PageReader, "language"> & { readonly service: string; readonly person: SignedIn | null },
): EnteringWish["visitor"] {
  const visitor = visitorIn({
    typed: { ...typed, who: "self", how: "email" },
    identity: identityOf(person),
    service: serviceFor(service, people),
    language,
  });
  return { ...visitor, email: visitor.email as string };
}
