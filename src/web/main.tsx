import { loadChosenWords } from "../kit/text.tsx";
import { start } from "./app.tsx";

await Promise.all([
  loadChosenWords(),
  // Browsers without Temporal fetch it first; nothing of ours uses it while being loaded.
  "Temporal" in globalThis || import("temporal-polyfill/global"),
]);
start();
