import { readFileSync } from "node:fs";
import { keptFile } from "../../platform/http/kept-files.ts";
import { flattened } from "../../public-booking/frame/styles.ts";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

export const KIOSK_STYLE = keptFile(
  "entrance",
  "css",
  flattened(read("./kiosk.css"), read("../../kit/styles/tokens.css")),
);
export const KIOSK_SCRIPT = keptFile("entrance", "js", read("./kiosk.js"));
