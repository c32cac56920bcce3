import { readFileSync } from "node:fs";
import { hashedAsset } from "../../platform/http/hashed-assets.ts";
import { flattened } from "../../public-booking/frame/styles.ts";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

export const DISPLAY_STYLE = hashedAsset(
  "display",
  "css",
  flattened(read("./display.css"), read("../../kit/styles/tokens.css")),
);
export const DISPLAY_SCRIPT = hashedAsset("display", "js", read("./display.js"));
