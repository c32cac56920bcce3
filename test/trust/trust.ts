import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { everyTestOnTheEmbeddedServer, journeys, letters, promises } from "./all-tests.ts";
import { citizens } from "./citizens.ts";
import { citizensInFirefox } from "./citizens-in-firefox.ts";
import { dayAtTheCounter } from "./day/day-at-the-counter.ts";
import { doors } from "./doors.ts";
import { forgotten } from "./forgotten.ts";
import { kills } from "./kills.ts";
import { moments } from "./moments/moments.ts";
import type { Part } from "./note.ts";
import { officeFigures } from "./office-figures.ts";
import { openData } from "./open-data.ts";
import { backups, pointInTime, secrets, units, upgrade } from "./operations.ts";
import { patroni } from "./patroni.ts";
import { plantedFaults } from "./planted-faults.ts";
import { races } from "./races.ts";
import { reportOf, section, sectionsIn } from "./report.ts";
import { bots, earlierPlaces, notices } from "./rush.ts";
import { rushAtCounters } from "./rush-hour.ts";
import { screenReader } from "./screen-reader.ts";
import { sheetsInFirefox } from "./sheets-in-firefox.ts";
import { overloaded, soaked, starved } from "./under-load.ts";

/**
 * The full counts of what `npm test` checks in small: all parts, or those that are named, by `moments` all of these. Each writes
 * its section of docs/trust.md when it has ended; exits 1 when anything went wrong.
 */
const PARTS: Readonly<Record<string, Part>> = {
  promises,
  "embedded server": everyTestOnTheEmbeddedServer,
  races,
  ...citizens,
  bots,
  "earlier places": earlierPlaces,
  notices,
  doors,
  overload: overloaded,
  "overload without the processor": starved,
  soak: soaked,
  kills,
  letters,
  forgotten,
  backups,
  "point in time": pointInTime,
  upgrade,
  units,
  secrets,
  patroni,
  "a day at the counter": dayAtTheCounter,
  "a rush at the counters": rushAtCounters,
  "office figures": officeFigures,
  "open data": openData,
  "sheets in Firefox": sheetsInFirefox,
  "citizens in Firefox": citizensInFirefox,
  "a screen reader": screenReader,
  journeys,
  ...moments,
  "planted faults": plantedFaults,
};
const REPORT = fileURLToPath(new URL("../../docs/trust.md", import.meta.url));

const GROUPS: Readonly<Record<string, readonly string[]>> = { moments: Object.keys(moments) };
const named = process.argv.slice(2).flatMap((name) => GROUPS[name] ?? [name]);
const unknown = named.filter((name) => !(name in PARTS));
if (unknown.length > 0) throw new Error(`Of ${Object.keys(PARTS).join(", ")} there is no: ${unknown.join(", ")}`);

let isTrusted = true;
for (const [name, part] of Object.entries(PARTS)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const lines: string[] = [];
  await part((isRight, line) => {
    if (!isRight) isTrusted = false;
    process.stdout.write(`${isRight ? "ok" : "WRONG"} ${line}\n`);
    lines.push(`- ${isRight ? "" : "**WRONG** "}${line}`);
  });
  const written = new Map(sectionsIn(await readFile(REPORT, "utf8")));
  written.set(name, section(name, Temporal.Now.plainDateISO("Europe/Athens"), lines));
  await writeFile(REPORT, reportOf(written, Object.keys(PARTS)));
}
process.exit(isTrusted ? 0 : 1);
