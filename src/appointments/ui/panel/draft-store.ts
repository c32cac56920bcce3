import type { Draft } from "./draft.ts";
import type { KeyOf } from "./idempotency.ts";
import type { Place } from "./place.ts";

/**
 * What was typed and not saved yet, kept while the page is open. In memory only: names and telephone numbers never go
 * to the browser's storage, which the next person at this computer could read.
 */
export interface KeptDraft {
  readonly draft: Draft;
  /** The form of a booking knows for which ΚΕΠ it is, and where */
  readonly office?: string;
  readonly place?: Place | null;
  /** Goes with the content: an answer that was lost is still to be settled when the form is opened again */
  readonly keyOf: KeyOf;
}

const kept = new Map<string, KeptDraft>();

export const newDraftKey = (office: string): string => `new ${office}`;
export const editDraftKey = (appointment: string): string => `edit ${appointment}`;

export const keptDraft = (key: string): KeptDraft | undefined => kept.get(key);

export function keepDraft(key: string, draft: KeptDraft): void {
  kept.set(key, draft);
  globalThis.addEventListener?.("beforeunload", warnBeforeLeaving);
}

export function forgetDraft(key: string): void {
  kept.delete(key);
  if (kept.size === 0) globalThis.removeEventListener?.("beforeunload", warnBeforeLeaving);
}

const warnBeforeLeaving = (event: Event): void => event.preventDefault();
