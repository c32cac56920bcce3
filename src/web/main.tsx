import { start } from "./app.tsx";

// Browsers without Temporal fetch it first; nothing of ours uses it while being loaded.
if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");
start();
