/** When a person last did something: what a page does by itself must neither keep an absent user's session open nor be shown to others. */

let lastActAt = Date.now();
let takenAt = 0;

for (const kind of ["keydown", "pointerdown"]) {
  addEventListener(kind, () => (lastActAt = Date.now()), { capture: true, passive: true });
}

/** In milliseconds of the browser's clock */
export const lastActivityAt = (): number => lastActAt;

/** True once after each stretch of doing something. */
export function takeActivity(): boolean {
  const hasActed = lastActAt !== takenAt;
  takenAt = lastActAt;
  return hasActed;
}
