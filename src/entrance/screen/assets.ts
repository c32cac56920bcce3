import { readFileSync } from "node:fs";
import { hashedAsset } from "../../platform/http/hashed-assets.ts";
import { inBothThemes } from "../../public-booking/frame/styles.ts";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

export const KIOSK_STYLE = hashedAsset(
  "entrance",
  "css",
  inBothThemes(`${read("./kiosk.css")}\n${read("../number/number.css")}`),
);
export const KIOSK_SCRIPT = hashedAsset("entrance", "js", read("./kiosk.js"));
