import { existsSync, readFileSync } from "node:fs";

/** What a layer of `npm test` may take of the processor, in seconds of user and system (docs/tests.md). */
const BOUNDS = { "without a database": 110, components: 60, database: 300, journeys: 190, "set-up": 40 };
const DEAREST = 20;
const TICKS_A_SECOND = 100;

/** Of all programs that this one has started and seen the end of, in seconds; 0 where the system does not tell. */
export function secondsOfChildren() {
  if (!existsSync("/proc/self/stat")) return 0;
  const [, rest] = readFileSync("/proc/self/stat", "utf8").split(/\) (.*)/s);
  const [user, system] = rest.split(" ").slice(13, 15);
  return (Number(user) + Number(system)) / TICKS_A_SECOND;
}

/** Processor seconds a layer, what goes beyond its bound, and the dearest files. Nothing is red by time. */
export function costLines(costs, isBounded) {
  const layers = Map.groupBy(costs, ({ layer }) => layer);
  const ofLayers = [...layers].map(([layer, files]) => {
    const seconds = Math.round(files.reduce((sum, file) => sum + file.seconds, 0));
    const beyond = isBounded && seconds > BOUNDS[layer] ? `, beyond its ${BOUNDS[layer]}` : "";
    return `  ${layer}: ${seconds} s${beyond}`;
  });
  const dearest = costs
    .filter(({ file }) => file)
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, DEAREST)
    .map(({ file, seconds }) => `  ${file}: ${seconds.toFixed(1)} s`);
  return ["Processor seconds a layer:", ...ofLayers, "The dearest files:", ...dearest];
}
