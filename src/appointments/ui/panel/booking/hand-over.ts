import { type FormKey, keepTyping, storedTyping } from "../../../../kit/form/keeper.ts";
import { beginTyping, type Typing, typedOver } from "../../../../kit/form/typing.ts";
import { createStore, useStore } from "../../../../kit/store.ts";
import { fold } from "../../../../platform/text/fold.ts";
import { type AppointmentDraft, draftOf } from "../form/draft.ts";
import { emptyBooking, valuesIn } from "./booking-drafts.ts";

/** A person who was found is handed over to the form of a new appointment: in memory, as all that is typed there. */
export type VisitorDetails = Pick<
  AppointmentDraft,
  "party" | "business.name" | "business.afm" | "lastName" | "firstName" | "phone" | "email" | "language"
>;

/** Which draft the form is to open with; null: with none. The count changes with every person handed over. */
interface HandOver {
  readonly count: number;
  readonly id: string | null;
}

const handOvers = createStore<HandOver>({ count: 0, id: null });

/** A form that is open already begins anew. */
export const useHandOver = (): HandOver => useStore(handOvers, (last) => last);

/** The form was left: the next one is for somebody else. */
export const endHandOver = (): void =>
  handOvers.set(({ count, id }) => (id === null ? { count, id } : { count, id: null }));

/**
 * A draft of the same person, or without a name yet, stays as it is besides; those for others stay apart. A new one
 * begins with the person, of whom nothing was typed: left untouched, it is no draft.
 */
export function handOver(bookings: FormKey, office: string, person: VisitorDetails): void {
  const begun = storedTyping(bookings).find((typing) => {
    const draft = draftOf(valuesIn(typing));
    return isNameless(draft) || isSame(draft, person);
  });
  const typing = begun ? withPerson(begun, person) : beginTyping({ ...emptyBooking(office), ...person });
  keepTyping(bookings, typing);
  handOvers.set(({ count }) => ({ count: count + 1, id: typing.id }));
}

/** The clerk's own typing about the same person is the newer. */
function withPerson(typing: Typing, person: VisitorDetails): Typing {
  const draft = draftOf(valuesIn(typing));
  const contact = { phone: draft.phone.trim() || person.phone, email: draft.email.trim() || person.email };
  return typedOver(typing, isNameless(draft) ? { ...person, ...contact } : contact, typing.seen);
}

const NAMES = ["lastName", "firstName", "business.name"] as const;

const isNameless = (draft: AppointmentDraft): boolean => NAMES.every((field) => draft[field].trim() === "");

const isSame = (draft: AppointmentDraft, person: VisitorDetails): boolean =>
  NAMES.every((field) => fold(draft[field].trim()) === fold(person[field]));
