import { createHash } from "node:crypto";
import type { Files } from "../structure/source-files.ts";
import { faultOf, type Mutant } from "./mutant.ts";

const SEED = "2026";

/** So many of a file's faults, by lot, and the same ones as long as the faults are the same. */
export function chosen<Of extends Mutant>(mutants: readonly Of[], most: number, files: Files): Of[] {
  const lots = new Map(mutants.map((mutant, index) => [mutant, lotOf(`${index} ${faultOf(mutant, files)}`)]));
  const drawn = mutants.toSorted((a, b) => String(lots.get(a)).localeCompare(String(lots.get(b)))).slice(0, most);
  return drawn.sort((a, b) => a.start - b.start);
}

const lotOf = (fault: string): string => createHash("sha256").update(`${SEED} ${fault}`).digest("hex");
