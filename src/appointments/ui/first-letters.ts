import { isInField } from "../../kit/shortcuts.ts";
import { markUnsaved } from "../../kit/unsaved.ts";
import { PANEL_ID } from "./cell-focus.ts";

/**
 * From the wish for a form on, what is typed belongs to its first field, which is not there yet. A field that nobody sees
 * takes it until then: no letter is lost, and none acts as a single key. It bears the name of the form and not of the
 * first field: whoever looks for that one waits until it is there.
 */
let waiting: HTMLInputElement | null = null;

const NAME = "first letters";

export function catchLetters(label: string): void {
  dropLetters();
  waiting = document.createElement("input");
  waiting.className = "first-letters";
  waiting.autocomplete = "off";
  waiting.ariaLabel = label;
  const markWriting = ({ currentTarget }: Event) => {
    // An input method may end its word in a field that is gone: nothing waits there any more.
    if (currentTarget === waiting && waiting) markUnsaved(NAME, waiting.value !== "");
  };
  waiting.addEventListener("input", markWriting);
  waiting.addEventListener("keydown", keepTab);
  document.body.append(waiting);
  waiting.focus();
}

/** The next field is not there either: what follows is for it. */
function keepTab(event: KeyboardEvent): void {
  if (event.key !== "Tab" || event.shiftKey || !waiting) return;
  event.preventDefault();
  waiting.value += "\t";
}

/** The form is there, and its first field has the focus. @returns for each field in turn what was typed */
export function takeLetters(): string[] {
  const letters = waiting?.value ?? "";
  dropLetters();
  return letters.split("\t");
}

export function dropLetters(): void {
  waiting?.remove();
  waiting = null;
  markUnsaved(NAME, false);
}

/** The panel came late, and the clerk has gone on to a field beside it meanwhile: what is typed now belongs there. */
export function isTypingElsewhere(): boolean {
  const { activeElement } = document;
  return activeElement !== waiting && isInField(activeElement) && !activeElement?.closest(`#${PANEL_ID}`);
}

/** As a `ref` of a field, or of what holds several: the focus begins there, unless the clerk is typing elsewhere by then. */
export function focusAtOpening(element: HTMLElement | null): void {
  if (isTypingElsewhere()) return;
  (element?.matches("input") ? element : element?.querySelector("input"))?.focus();
}
