import { useCallback, useState } from "react";

/** Until it is measured: as wide as on a small desk */
const LIKELY_WIDTH = 640;

/** How many pixels wide an element is, also after its window changes. */
export function useElementWidth(): { readonly width: number; readonly ref: (element: Element | null) => void } {
  const [width, setWidth] = useState(LIKELY_WIDTH);
  const ref = useCallback((element: Element | null) => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { width, ref };
}
