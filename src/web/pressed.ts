import { useState, useSyncExternalStore } from "react";

/**
 * Who presses a button leaves a field, and the field may say then what is wrong. Were that said at once, the button would
 * move away from under the hand between pressing and letting go, and the press would be lost.
 */
let isPressed = false;
const listeners = new Set<() => void>();

function turn(pressed: boolean): void {
  if (isPressed === pressed) return;
  isPressed = pressed;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Before any page hears of it: the press before the field is left, the click once it is known what was clicked. */
export function watchPresses(target: EventTarget): void {
  const release = () => turn(false);
  target.addEventListener("mousedown", () => turn(true), { capture: true });
  target.addEventListener("click", release, { capture: true });
  // Let go elsewhere, nothing is clicked.
  for (const end of ["mouseup", "dragend"]) target.addEventListener(end, () => setTimeout(release), { capture: true });
}

/** The value as it was when the button of the mouse went down, for as long as it is down. */
export function useSteady<Value>(value: Value): Value {
  const isHeld = useSyncExternalStore(subscribe, () => isPressed);
  const [shown, setShown] = useState(value);
  if (!isHeld && shown !== value) setShown(value);
  return isHeld ? shown : value;
}
