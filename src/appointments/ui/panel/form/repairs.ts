import type { Texts } from "../../../../kit/form/typing.ts";
import { emailMeant } from "../../../../platform/text/email-slip.ts";
import { areLikelySwapped, inOneAlphabet, personInOneAlphabet } from "../../../names/name-rules.ts";
import type { AppointmentDraft } from "./draft.ts";

/** What looks wrong in the names and the e-mail of a form, and what puts it right. Pure. */
export interface Repair {
  readonly kind: "mixed" | "swapped" | "slipped";
  /** The field that says so */
  readonly field: "business.name" | "lastName" | "firstName" | "email";
  readonly values: Texts;
  /** What the fields hold afterwards, in words */
  readonly result: string;
}

/** In the order of the fields. */
export function repairsOf(draft: AppointmentDraft): Repair[] {
  const { lastName, firstName } = draft;
  const mixed = [
    mixedIn("business.name", draft.party === "business" ? inOneAlphabet(draft["business.name"]) : null),
    mixedIn("lastName", personInOneAlphabet(lastName, firstName)),
    mixedIn("firstName", personInOneAlphabet(firstName, lastName)),
  ].filter((repair) => repair !== null);
  return [...mixed, ...swappedIn(lastName, firstName), ...slippedIn(draft.email)];
}

function swappedIn(lastName: string, firstName: string): Repair[] {
  if (!areLikelySwapped(lastName, firstName)) return [];
  const values = { lastName: firstName, firstName: lastName };
  return [{ kind: "swapped", field: "lastName", values, result: `${firstName} ${lastName}` }];
}

function slippedIn(email: string): Repair[] {
  const result = emailMeant(email);
  return result === null ? [] : [{ kind: "slipped", field: "email", values: { email: result }, result }];
}

const mixedIn = (field: Repair["field"], result: string | null): Repair | null =>
  result === null ? null : { kind: "mixed", field, values: { [field]: result }, result };
