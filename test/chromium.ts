import { existsSync } from "node:fs";

/** Debian's, the one without windows first: it draws the same pages and takes half the time. */
const PLACES = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/** The browser of the journeys and of the benchmark. */
export const chromiumPath = (): string =>
  process.env.CHROMIUM_PATH ?? PLACES.find((place) => existsSync(place)) ?? (PLACES[0] as string);
