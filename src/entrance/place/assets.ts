import { readFileSync } from "node:fs";
import { hashedAsset } from "../../platform/http/hashed-assets.ts";
import { inBothThemes } from "../../public-booking/frame/styles.ts";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

export const PLACE_STYLE = hashedAsset("line", "css", inBothThemes(read("./place.css")));
export const PLACE_SCRIPT = hashedAsset("line", "js", read("./place.js"));
