import { formatPhone } from "../../../../kit/dates.ts";
import type { Texts } from "../../../../kit/form/typing.ts";
import { fold } from "../../../../platform/text/fold.ts";
import type { FoundPerson } from "../../../../search/contract.ts";
import type { AppointmentInList } from "../../../contract.ts";
import type { AppointmentDraft } from "./draft.ts";

/** Who of the people that were here before a clerk may be writing down just now. Pure. */
export interface MetPerson {
  readonly lastName: string;
  readonly firstName: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** So many letters of the surname are typed already */
  readonly typed: number;
  /** Coming already: worth a word before there is another one */
  readonly next: AppointmentInList | null;
  readonly visits: number;
  readonly last: AppointmentInList | null;
}

const SHOWN = 4;

/** Those whose surname begins so come first. */
export function metPeople(people: readonly FoundPerson[], lastName: string): MetPerson[] {
  const met = people
    .filter((person) => person.lastName !== "" && person.match !== "near")
    .map(({ coming, past, ...person }) => {
      const served = past.filter(({ status }) => status === "served");
      const begins = fold(person.lastName).startsWith(fold(lastName.trim()));
      const typed = begins ? lastName.trim().length : 0;
      return { ...person, typed, next: coming[0] ?? null, visits: served.length, last: served[0] ?? null };
    });
  return met.toSorted((a, b) => Number(b.typed > 0) - Number(a.typed > 0)).slice(0, SHOWN);
}

/** Names as they are known; how to reach the person only where nothing was typed, which is the newer. */
export function textsOfMet({ lastName, firstName, phone, email }: MetPerson, draft: AppointmentDraft): Texts {
  return {
    lastName,
    firstName,
    ...(phone && draft.phone.trim() === "" && { phone: formatPhone(phone) }),
    ...(email && draft.email.trim() === "" && { email }),
  };
}
