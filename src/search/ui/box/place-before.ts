/** The place to return to after a search: the element that had the focus, and how far the page was scrolled. */
export interface PlaceBefore {
  readonly element: Element | null;
  readonly scrolled: number;
}

export const hereNow = (element: Element | null): PlaceBefore => ({ element, scrolled: window.scrollY });

export function returnTo(place: PlaceBefore | null): void {
  window.scrollTo(0, place?.scrolled ?? 0);
  const target = place?.element && stillThere(place.element);
  (target ?? document.getElementById("main"))?.focus({ preventScroll: target === null });
}

/** A page that changed meanwhile may have made the same thing anew. */
function stillThere(element: Element): HTMLElement | null {
  const found = element.isConnected || element.id === "" ? element : document.getElementById(element.id);
  return found instanceof HTMLElement && found.isConnected ? found : null;
}
