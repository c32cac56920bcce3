import { markUnsaved } from "../../../../kit/unsaved.ts";
import type { AppointmentDraft } from "../form/draft.ts";
import type { EditBasis } from "./stale.ts";

/**
 * What was typed and not saved yet, kept while the page is open. In memory only: names and telephone numbers never go
 * to the browser's storage, which the next person at this computer could read.
 */
interface DraftStore<Kept> {
  get(key: string): Kept | undefined;
  keep(key: string, kept: Kept): void;
  forget(key: string): void;
}

export interface KeptChange {
  readonly draft: AppointmentDraft;
  /** What the change was begun on, and what others did since */
  readonly standing: EditBasis;
}

export const changeDrafts = draftStore<KeptChange>("change");

function draftStore<Kept>(name: string): DraftStore<Kept> {
  const drafts = new Map<string, Kept>();
  return {
    get: (key) => drafts.get(key),
    keep: (key, kept) => {
      drafts.set(key, kept);
      markUnsaved(`${name} ${key}`, true);
    },
    forget: (key) => {
      drafts.delete(key);
      markUnsaved(`${name} ${key}`, false);
    },
  };
}
