/** Whether a person did something since the last call: what a page asks by itself must not keep an absent user's session open. */

let hasActed = true;

for (const kind of ["keydown", "pointerdown"]) {
  addEventListener(kind, () => (hasActed = true), { capture: true, passive: true });
}

/** True once after each stretch of doing something. */
export function takeActivity(): boolean {
  const acted = hasActed;
  hasActed = false;
  return acted;
}
