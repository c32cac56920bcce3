/** Typing that is not saved yet, by name. While there is any, leaving the page is asked about. */
const unsaved = new Set<string>();

export function markUnsaved(name: string, isUnsaved: boolean): void {
  if (isUnsaved) unsaved.add(name);
  else unsaved.delete(name);
  if (unsaved.size > 0) globalThis.addEventListener?.("beforeunload", warnBeforeLeaving);
  else globalThis.removeEventListener?.("beforeunload", warnBeforeLeaving);
}

/** The page is left for somebody else: nothing is asked. */
export function forgetUnsaved(): void {
  for (const name of unsaved) markUnsaved(name, false);
}

export const isAnythingUnsaved = (): boolean => unsaved.size > 0;

function warnBeforeLeaving(event: Event): void {
  event.preventDefault();
}
