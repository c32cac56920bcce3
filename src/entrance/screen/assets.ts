import { readFileSync } from "node:fs";
import { hashedAsset } from "../../platform/http/hashed-assets.ts";
import { flattened } from "../../public-booking/frame/styles.ts";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

export const KIOSK_STYLE = hashedAsset(
  "entrance",
  "css",
  flattened(`${read("./kiosk.css")}\n${read("../number/number.css")}`, read("../../kit/styles/tokens.css")),
);
export const KIOSK_SCRIPT = hashedAsset("entrance", "js", read("./kiosk.js"));
