import { useState } from "react";
import { createStore, useStore } from "./store.ts";

/**
 * A press is two moments, and is heard only where what was pressed stands at both of them. Whatever is drawn anew in between
 * may move it away from under the hand, and the press would be lost, or another one's: a fault that is told as the field is
 * left, or a row that a colleague has just added.
 */
const pressed = createStore(false);

/** What is held down longer was not let go here: a menu of the browser's own, or a drag. */
const LONGEST_PRESS_MS = 3_000;

let waiting: (() => void)[] = [];
let longest: ReturnType<typeof setTimeout> | undefined;

/** Before any page hears of it: the press before the field is left, the click once it is known what was clicked. */
export function watchPresses(target: EventTarget): void {
  const release = () => {
    clearTimeout(longest);
    pressed.set(() => false);
    // Behind what the click does.
    setTimeout(drawWaiting);
  };
  let presses = 0;
  const press = () => {
    presses++;
    clearTimeout(longest);
    longest = setTimeout(release, LONGEST_PRESS_MS);
    pressed.set(() => true);
  };
  target.addEventListener("mousedown", press, { capture: true });
  target.addEventListener("click", release, { capture: true });
  // Let go elsewhere, nothing is clicked; by then the next press may have begun.
  const releaseSoon = (ended: number) => setTimeout(() => ended === presses && release());
  for (const end of ["mouseup", "dragend"]) target.addEventListener(end, () => releaseSoon(presses), { capture: true });
}

function drawWaiting(): void {
  if (pressed.get()) return;
  const all = waiting;
  waiting = [];
  for (const draw of all) draw();
}

/** News that draw the page anew wait until nothing is held down; otherwise at once. */
export function afterPress(draw: () => void): void {
  if (pressed.get()) waiting.push(draw);
  else draw();
}

/** The value as it was when the button of the mouse went down, for as long as it is down. */
export function useSteady<Value>(value: Value): Value {
  const isHeld = useStore(pressed, (isPressed) => isPressed);
  const [shown, setShown] = useState(value);
  if (!isHeld && shown !== value) setShown(value);
  return isHeld ? shown : value;
}
