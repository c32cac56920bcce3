import { useEffect, useEffectEvent } from "react";
import { usePrint } from "./print-link.tsx";

/** Ctrl+P prints what this page has for paper, not the page. */
export function usePrintKey(address: string): void {
  const print = usePrint();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isPrint = event.code === "KeyP" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isPrint || event.defaultPrevented) return;
    event.preventDefault();
    print(address);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
