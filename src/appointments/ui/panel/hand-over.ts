import { fold } from "../../../platform/text/fold.ts";
import { createStore, useStore } from "../../../web/store.ts";
import { type Draft, emptyDraft } from "./draft.ts";
import { bookingDrafts } from "./draft-store.ts";
import { contentKeys } from "./idempotency.ts";
import { initialTimes } from "./times-state.ts";

/** A person who was found is handed over to the form of a new appointment: in memory, as all that is typed there. */
export type KnownPerson = Pick<
  Draft,
  "party" | "business.name" | "business.afm" | "lastName" | "firstName" | "phone" | "email" | "language"
>;

/** The draft on hand, when it is for somebody else: it must not be lost unasked. */
export function draftOfAnother(key: string, person: KnownPerson): Draft | null {
  const kept = bookingDrafts.get(key);
  return kept && !kept.isHandedOver && isForAnother(kept.draft, person) ? kept.draft : null;
}

/** A draft that has no name yet gets this one, and stays as it is besides; one for somebody else is given up. */
export function handOver(key: string, office: string, person: KnownPerson): void {
  const kept = bookingDrafts.get(key);
  const begun =
    kept && !isForAnother(kept.draft, person)
      ? kept
      : { office, times: initialTimes(null), keyOf: contentKeys(), draft: emptyDraft("") };
  bookingDrafts.keep(key, { ...begun, draft: withPerson(begun.draft, person), isHandedOver: true });
  handOvers.set((count) => count + 1);
}

/** Changes with every person handed over: a form that is open already begins anew. */
export const useHandOvers = (): number => useStore(handOvers, (count) => count);

const handOvers = createStore(0);

/** What she typed herself of the same person is the newer. */
function withPerson(draft: Draft, person: KnownPerson): Draft {
  if (isNameless(draft)) return { ...draft, ...person, ...contactOf(draft, person) };
  return { ...draft, ...contactOf(draft, person) };
}

const contactOf = (draft: Draft, person: KnownPerson) => ({
  phone: draft.phone.trim() || person.phone,
  email: draft.email.trim() || person.email,
});

const NAMES = ["lastName", "firstName", "business.name"] as const;

const isForAnother = (draft: Draft, person: KnownPerson): boolean => !isNameless(draft) && !isSame(draft, person);

const isNameless = (draft: Draft): boolean => NAMES.every((field) => draft[field].trim() === "");

const isSame = (draft: Draft, person: KnownPerson): boolean =>
  NAMES.every((field) => fold(draft[field].trim()) === fold(person[field]));
