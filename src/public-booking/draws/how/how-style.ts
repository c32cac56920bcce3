import { readFileSync } from "node:fs";
import { hashedAsset } from "../../../platform/http/hashed-assets.ts";
import { inBothThemes } from "../../frame/styles.ts";

/** Only this page brings it along. */
export const HOW_STYLE = hashedAsset(
  "draws-how",
  "css",
  inBothThemes(readFileSync(new URL("how.css", import.meta.url), "utf8")),
);
