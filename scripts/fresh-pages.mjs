import { buildStalePages } from "./web-pages.mjs";

/** Before journeys: the browser is to see the pages of today's sources, also when a journey is run alone. */
export default async function setUp() {
  if (await buildStalePages()) throw new Error("The pages could not be built.");
}
