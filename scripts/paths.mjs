import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
export const BIN = `${ROOT}node_modules/.bin`;
/**
 * The compiler that checks. It has no interface for programs: what reads sources by the compiler's own tree, ours and the
 * tool for boundaries, finds version 6 under the plain name. Both bring a `tsc`, so the one in BIN may be either.
 */
export const TSC = `${ROOT}node_modules/typescript-7/bin/tsc`;
