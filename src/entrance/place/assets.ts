import { readFileSync } from "node:fs";
import { hashedAsset } from "../../platform/http/hashed-assets.ts";
import { flattened } from "../../public-booking/frame/styles.ts";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

export const PLACE_STYLE = hashedAsset(
  "line",
  "css",
  flattened(read("./place.css"), read("../../kit/styles/tokens.css")),
);
export const PLACE_SCRIPT = hashedAsset("line", "js", read("./place.js"));
