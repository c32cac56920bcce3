import { useEffect, useState } from "react";

/** The dialog that is over the page, beside which nothing can be read or pressed. @param isAsked else nothing is looked at */
export function useTopDialog(isAsked: boolean): Element | null {
  const [dialog, setDialog] = useState<Element | null>(null);
  useEffect(() => {
    if (!isAsked) return;
    const look = () => setDialog([...document.querySelectorAll("dialog[open]")].at(-1) ?? null);
    look();
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { subtree: true, childList: true, attributeFilter: ["open"] });
    return () => {
      watcher.disconnect();
      setDialog(null);
    };
  }, [isAsked]);
  return dialog?.isConnected ? dialog : null;
}
