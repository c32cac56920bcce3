import { appointmentDraft } from "../../appointments/ui/panel/draft.ts";
import type { KnownPerson } from "../../appointments/ui/panel/hand-over.ts";
import { formatPhone } from "../../kit/dates.ts";
import type { FoundPerson } from "../contract.ts";

/** What is known of a person from her appointments, as the form of a new one wants it. Pure. */
export function knownOf({ lastName, firstName, business, phone, email, coming, past }: FoundPerson): KnownPerson {
  const latest = coming[0] ?? past[0];
  const known = latest && appointmentDraft(latest);
  return {
    party: business === null ? "citizen" : "business",
    "business.name": business ?? "",
    "business.afm": known?.["business.afm"] ?? "",
    lastName,
    firstName,
    phone: phone ? formatPhone(phone) : "",
    email: email ?? "",
    language: known?.language ?? "el",
  };
}
