import { useEffect } from "react";
import { openToPrint } from "./print-link.tsx";

/** Ctrl+P prints what this page has for paper, not the page. */
export function usePrintKey(address: string): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isPrint = event.code === "KeyP" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isPrint || event.defaultPrevented) return;
      event.preventDefault();
      openToPrint(address);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [address]);
}
