import { citizenOf } from "../../appointments/field/columns.ts";
import { OTHER_SERVICE, servicesInText, visitOfText } from "../../appointments/field/visit-services.ts";
import type { Visitor } from "../../appointments/online/confirm-held.ts";
import { detailColumns } from "../../appointments/row/details.ts";
import { fieldErrors } from "../../appointments/rules.ts";
import { firstDayIn, interpreterFault } from "../../offices/interpreters/require-interpreter.ts";
import type { FieldError } from "../../platform/refusal.ts";
import { emailMeant } from "../../platform/text/email-slip.ts";
import { dateOf } from "../../platform/time.ts";
import { isTemporary } from "../confirm/mail-domain.ts";
import { identityMark } from "../confirm/person-keys.ts";
import type { FormRow } from "./form-sql.ts";
import { companyIn, type Identity, personIn } from "./identity.ts";
import type { CompanionField, Typed } from "./typed.ts";

/** What a citizen has to say before a time becomes an appointment, by field. */
export function whoErrors({
  typed,
  identity,
  service,
  starts_at,
}: Pick<FormRow, "typed" | "identity" | "service" | "starts_at">): FieldError[] {
  const { who, declared } = typed;
  const { name, afm } = businessIn(typed, identity);
  if (!who) return [{ field: "who", code: "who-required" }];
  const companions = companionsOf(typed, service);
  const faultsOfNames = [
    ...(comes(typed, identity) ? [] : fieldErrors(namesOf(typed))),
    ...fieldErrors({ companions }).map(atCompanion),
    ...fieldErrors({ matter: matterIn(typed, service) }),
  ];
  const errors = [
    ...faultsOfNames,
    ...(isAsLong({ typed, service }) ? [] : [NOT_SO_LONG]),
    ...interpreterErrors({ typed, starts_at }),
  ];
  if (who !== "business") return errors;
  return [
    ...fieldErrors({ business: { name, afm } }).map(asTyped),
    ...(afm.trim() === "" ? [{ field: "afm", code: "afm-required" }] : []),
    ...(declared ? [] : [{ field: "declared", code: "declaration-required" }]),
    ...errors,
  ];
}

/** What is missing of a business that was said, as where its codes named it before and name it no more. */
export const businessErrors = (form: Parameters<typeof whoErrors>[0]): FieldError[] =>
  whoErrors(form).filter(({ field }) => isBusinessField(field));

export const isBusinessField = (field: string): boolean => field === "businessName" || field === "afm";

/** The day that was chosen is one on which who interprets can be there. */
export function interpreterErrors({ typed, starts_at }: Pick<FormRow, "typed" | "starts_at">): FieldError[] {
  const fault = typed.interpreter && interpreterFault(firstDayIn(typed.interpreterFirst), dateOf(starts_at));
  return fault ? [fault] : [];
}

const NOT_SO_LONG: FieldError = { field: "need-longer-time", code: "longer-not-free" };

/** The time that was chosen takes longer where that was ticked, and only there. */
const isAsLong = ({ typed, service }: Pick<FormRow, "typed" | "service">): boolean =>
  visitOfText(service).needs.length > 0 === needsLonger(typed);

export const needsLonger = ({ needs = [] }: Typed): boolean => needs.includes("longer-time");

/** There is something of theirs that they would not like to say again. */
export const hasTyped = ({
  typed,
  identity,
  confirmed_at,
}: Pick<FormRow, "typed" | "identity" | "confirmed_at">): boolean =>
  confirmed_at === null && (identity !== null || Object.values(typed).some(Boolean));

/** Whoever comes in person and was identified has the name by which they were; another person's is typed. */
export const comes = ({ who }: Typed, identity: Identity | null): Identity | null =>
  who === "relative" ? null : personIn(identity);

const businessIn = ({ businessName = "", afm = "" }: Typed, identity: Identity | null) =>
  companyIn(identity) ?? { name: businessName, afm };

const namesOf = ({ lastName = "", firstName = "" }: Typed) => ({ lastName, firstName });

/** Whoever comes along, with what is done for them: their names may be left out. */
const companionsOf = (typed: Typed, service: string) =>
  visitOfText(service).companions.map(({ services }, index) => {
    const [lastName, firstName] = companionFields(index);
    return { lastName: typed[lastName] ?? "", firstName: typed[firstName] ?? "", services: [...services] };
  });

/** Where the names of the first, second or third who comes along are typed. */
export const companionFields = (index: number): readonly [CompanionField, CompanionField] => {
  const place = (index + 2) as 2 | 3 | 4;
  return [`lastName${place}`, `firstName${place}`];
};

function atCompanion({ field, ...error }: FieldError): FieldError {
  const [, index = "0", name] = field.split(".");
  const [lastName, firstName] = companionFields(Number(index));
  return { ...error, field: name === "firstName" ? firstName : lastName };
}

/** The form's own names of the business's fields. */
const asTyped = ({ field, ...error }: FieldError): FieldError => ({
  ...error,
  field: field === "business.afm" ? "afm" : "businessName",
});

/** How to reach whoever asks, by field. */
export function contactErrors({ email = "", phone = "" }: Typed, identity: Identity | null = null): FieldError[] {
  const errors = fieldErrors({ email, phone });
  // Where it is all that shows who asks, it has to be one to which changes can be sent. Of a slip the next page asks.
  const isAsked =
    identityMark(identity) !== null || emailMeant(email) !== null || errors.some(({ field }) => field === "email");
  if (isAsked || !isTemporary(email)) return errors;
  return [{ field: "email", code: "email-temporary" }, ...errors];
}

/** As the appointment will keep it. @throws Refusal 422 for what is not as it should be */
export function visitorIn({ typed, identity, service, language }: VisitorForm): Visitor {
  const { who: kind, phone = "" } = typed;
  // By telephone alone nobody shows that an e-mail is theirs: one that was typed before is not written to.
  const email = typed.how === "phone" && identity === null ? "" : (typed.email ?? "");
  const { lastName, firstName } = comes(typed, identity) ?? namesOf(typed);
  const business = kind === "business" ? businessIn(typed, identity) : null;
  const who = { lastName, firstName, companions: companionsOf(typed, service) };
  const more = { needs: [...(typed.needs ?? [])], behalf: behalfIn(typed), matter: matterIn(typed, service) };
  const details = detailColumns({ ...typed, ...who, ...more, service, email, phone, business });
  return { ...citizenOf(details), language };
}

/** Said of another person alone. */
const behalfIn = ({ who, behalf = null }: Typed) => (who === "relative" ? behalf : null);

const matterIn = ({ matter }: Typed, service: string): string | null =>
  matter && servicesInText(service).includes(OTHER_SERVICE) ? matter : null;

/** Who comes, whatever is still wrong with how to reach them. @throws Refusal 422 for the names alone */
export function whoComes({ typed: { email: _email, phone: _phone, ...typed }, ...form }: VisitorForm) {
  const { last_name, first_name, business_name, companions, behalf, matter } = visitorIn({ ...form, typed });
  return { last_name, first_name, business_name, companions, behalf, matter };
}

type VisitorForm = Pick<FormRow, "typed" | "identity" | "service" | "language">;
