import type { Texts } from "../../../../kit/form/typing.ts";
import { areLikelySwapped, inOneAlphabet, personInOneAlphabet } from "../../../names/name-rules.ts";
import type { AppointmentDraft } from "./draft.ts";

/** What looks wrong in the names of a form, and what puts it right. Pure. */
export interface Repair {
  readonly kind: "mixed" | "swapped";
  /** The field that says so */
  readonly field: "business.name" | "lastName" | "firstName";
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
  if (!areLikelySwapped(lastName, firstName)) return mixed;
  const values = { lastName: firstName, firstName: lastName };
  return [...mixed, { kind: "swapped", field: "lastName", values, result: `${firstName} ${lastName}` }];
}

const mixedIn = (field: Repair["field"], result: string | null): Repair | null =>
  result === null ? null : { kind: "mixed", field, values: { [field]: result }, result };
