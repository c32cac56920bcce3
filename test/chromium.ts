import { existsSync } from "node:fs";

/** Debian's, the one without windows first: it draws the same pages and takes half the time. */
const PLACES = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/** Each that is here, or the one that CHROMIUM_PATH names: they don't draw alike to the pixel. */
export const chromiumPaths = (): readonly string[] =>
  process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : PLACES.filter((place) => existsSync(place));

/** The browser of the journeys and of the benchmark. */
export const chromiumPath = (): string => chromiumPaths()[0] ?? (PLACES[0] as string);
