import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";

interface CoveringProps {
  /** Shown in place of the page; null while there is nothing to cover */
  readonly cover: ReactNode;
  readonly children: ReactNode;
}

/**
 * A page that may be covered: then nothing of it is left in the document, for the eye, a screen reader or the printer. It
 * goes on beside the document with all that was being typed, and comes back as it was.
 */
export function Covering({ cover, children }: CoveringProps) {
  const [page] = useState(newPage);
  const place = useRef<HTMLElement>(null);
  const [take] = useState(() => (element: HTMLElement | null) => {
    place.current = element;
    // Here, before the parts of the page look for the focus.
    element?.append(page);
  });
  const isCovered = cover !== null;
  useLayoutEffect(() => {
    if (!isCovered) return;
    const focused = document.activeElement;
    page.remove();
    return () => {
      place.current?.append(page);
      openDialogsAgain(page);
      if (focused instanceof HTMLElement) focused.focus();
    };
  }, [isCovered, page]);
  return (
    <>
      {cover}
      <div className="contents" ref={take} />
      {createPortal(children, page)}
    </>
  );
}

function newPage(): HTMLElement {
  const page = document.createElement("div");
  page.className = "contents";
  return page;
}

/** Out of the document a dialog is not over the page any more, though it does not say so. */
function openDialogsAgain(page: HTMLElement): void {
  for (const dialog of page.querySelectorAll("dialog")) {
    if (!dialog.open) continue;
    dialog.removeAttribute("open");
    dialog.showModal();
  }
}
