import { flushSync } from "react-dom";
import { useBookingsKey } from "../../appointments/ui/panel/booking/booking-drafts.ts";
import { handOver, type VisitorDetails } from "../../appointments/ui/panel/booking/hand-over.ts";
import { formatPhone } from "../../kit/dates.ts";
import type { FoundPerson } from "../contract.ts";
import { usePersonSearch } from "./box/person-search.tsx";
import type { SearchHit } from "./found.ts";
import { useOpening } from "./use-opening.ts";

/** A new appointment for somebody who was found. */
export function useNewFor({ office, person }: SearchHit): () => void {
  const bookings = useBookingsKey(office.code);
  const { close } = usePersonSearch();
  const { openNew } = useOpening();
  return () => {
    // A form that is open already begins anew, and takes the focus only where it can be seen.
    flushSync(close);
    handOver(bookings, office.code, knownOf(person));
    openNew(office.code);
  };
}

/** A person's particulars from earlier appointments, as the form of a new one wants them. Pure. */
function knownOf({ lastName, firstName, business, phone, email, coming, past }: FoundPerson): VisitorDetails {
  const latest = coming[0] ?? past[0];
  return {
    party: business === null ? "citizen" : "business",
    "business.name": business ?? "",
    "business.afm": latest?.business?.afm ?? "",
    lastName,
    firstName,
    phone: phone ? formatPhone(phone) : "",
    email: email ?? "",
    language: latest?.language ?? "el",
  };
}
