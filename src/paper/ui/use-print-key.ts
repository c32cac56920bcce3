import { isControlKey, usePageKeys } from "../../kit/shortcuts.ts";
import { usePrint } from "./print-link.tsx";

/** Ctrl+P prints what this page has for paper, not the page. */
export function usePrintKey(address: string): void {
  const print = usePrint();
  usePageKeys((event) => {
    if (!isControlKey(event, "KeyP")) return;
    event.preventDefault();
    print(address);
  });
}
