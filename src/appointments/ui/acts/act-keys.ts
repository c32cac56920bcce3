import type { Act } from "../../acts.ts";

/** One key for each act on an appointment, by its place on the keyboard: the Greek letters are on the same ones. */
export const ACT_KEYS: Readonly<Record<string, Act>> = {
  KeyP: "arrival",
  KeyS: "service-start",
  KeyO: "completion",
  KeyC: "call",
  KeyD: "no-show",
  KeyL: "departure",
  KeyM: "move",
  KeyE: "edit",
  Delete: "cancel",
  KeyU: "undo",
};
