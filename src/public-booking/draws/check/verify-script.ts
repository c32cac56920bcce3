import { existsSync, readFileSync } from "node:fs";
import { type HashedAsset, hashedAsset } from "../../../platform/http/hashed-assets.ts";

const BUILT = new URL("../../../../dist/draws/verify-draw.js", import.meta.url);

/** Of src/draws/ui. Null: the pages are not built, and this one says how a draw is checked without it. */
export const VERIFY_SCRIPT: HashedAsset | null = existsSync(BUILT)
  ? hashedAsset("draws-verify", "js", readFileSync(BUILT, "utf8"))
  : null;
