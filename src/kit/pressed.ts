import { useState } from "react";
import { createStore, useStore } from "./store.ts";

/**
 * Pressing a button leaves a field, which may then say its fault. Were that said at once, the button would
 * move away from under the hand between pressing and letting go, and the press would be lost.
 */
const pressed = createStore(false);

/** Before any page hears of it: the press before the field is left, the click once it is known what was clicked. */
export function watchPresses(target: EventTarget): void {
  const release = () => pressed.set(() => false);
  target.addEventListener("mousedown", () => pressed.set(() => true), { capture: true });
  target.addEventListener("click", release, { capture: true });
  // Let go elsewhere, nothing is clicked.
  for (const end of ["mouseup", "dragend"]) target.addEventListener(end, () => setTimeout(release), { capture: true });
}

/** The value as it was when the button of the mouse went down, for as long as it is down. */
export function useSteady<Value>(value: Value): Value {
  const isHeld = useStore(pressed, (isPressed) => isPressed);
  const [shown, setShown] = useState(value);
  if (!isHeld && shown !== value) setShown(value);
  return isHeld ? shown : value;
}
