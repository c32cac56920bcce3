// First of all: what a page says of its own comes after it.
import "../kit/styles/tokens.css";
import "../kit/styles/fonts.css";
import "../kit/styles/base.css";
import "../kit/styles/button.css";
import "../kit/styles/button-shapes.css";
import "../kit/styles/field.css";
import "../kit/styles/note.css";
import "../kit/styles/controls.css";
import "../kit/styles/choices.css";
import "../kit/styles/page-head.css";
import "../kit/styles/switch-and-menu.css";
import "../kit/styles/time-band.css";
import "../kit/styles/toasts.css";
import "../kit/styles/touch.css";
import "./shell/shell.css";
import "./shell/one-line.css";
import "./shell/shell-phone.css";
import "../kit/styles/print.css";
import { loadChosenWords } from "../kit/text.tsx";
import { start } from "./app.tsx";

// Not awaited: what is fetched may need this file to have ended, as it shares parts with it.
void Promise.all([
  loadChosenWords(),
  // Browsers without these fetch them first; nothing of ours uses it while being loaded.
  "Temporal" in globalThis || import("temporal-polyfill/global"),
  ("toSorted" in Array.prototype && "groupBy" in Map && "symmetricDifference" in Set.prototype && "canParse" in URL) ||
    import("./older-browsers.ts"),
]).then(start);
