export const LOOKED_AT_MS = 700;
/** Of it, that must be in sight */
const IN_SIGHT = 0.5;

/**
 * Waits until somebody has had time to look at something: a press meant for what stood there before does nothing.
 * @returns what stops the waiting
 */
export function whenLookedAt(place: Element, then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      clearTimeout(timer);
      if (entries.at(-1)?.isIntersecting) timer = setTimeout(then, LOOKED_AT_MS);
    },
    { threshold: IN_SIGHT },
  );
  observer.observe(place);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}
