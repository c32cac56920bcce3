import { createStore, useStore } from "../store.ts";
import { forgetUnsaved, markUnsaved } from "../unsaved.ts";
import type { Typing } from "./typing.ts";

/**
 * Unsaved typing, until it is saved: nothing is asked on the way from page to page. In memory only: names and
 * telephone numbers never go to the browser's storage, which the next person at this computer could read.
 */

declare const isFormKey: unique symbol;
/** The employee, the office and the form: another employee who signs in at this page does not see the typing. */
export type FormKey = string & { readonly [isFormKey]: true };

/** @param office null: a form of the whole nation */
export const formKey = (employee: number, office: string | null, form: string): FormKey =>
  `${employee} ${office ?? "-"} ${form}` as FormKey;

const NONE: readonly Typing[] = [];
const stored = createStore<ReadonlyMap<FormKey, readonly Typing[]>>(new Map());

/** Of one form, the latest first: most have one, bookings as many as were begun. */
export const storedTyping = (key: FormKey): readonly Typing[] => stored.get().get(key) ?? NONE;

export const useStoredTyping = (key: FormKey): readonly Typing[] => useStore(stored, (all) => all.get(key) ?? NONE);

export const keepTyping = (key: FormKey, typing: Typing): void =>
  change(key, (those) => [typing, ...those.filter(({ id }) => id !== typing.id)]);

export const forgetTyping = (key: FormKey, id: string): void =>
  change(key, (those) => those.filter((typing) => typing.id !== id));

/** Somebody else has signed in: the page is left at once, and nobody is asked about what is not theirs. */
export function forgetAllTyping(): void {
  stored.set(() => new Map());
  forgetUnsaved();
}

function change(key: FormKey, next: (those: readonly Typing[]) => readonly Typing[]): void {
  const those = next(storedTyping(key));
  stored.set((all) => {
    const others = [...all].filter(([other]) => other !== key);
    return new Map(those.length > 0 ? [...others, [key, those]] : others);
  });
  markUnsaved("typing", stored.get().size > 0);
}
