import type { Finding } from "./finding.ts";
import { type Files, isSource } from "./source-files.ts";

const MAKER = "src/identity/office-access.ts";
/** A cast is the only way to make a value of a type with a private symbol. */
const MAKES = /\bas\s+(unknown\s+as\s+)?(Operable|Administered)Office\b|<(Operable|Administered)Office>\s*[({[]/;

/** Proof that somebody may work in an office comes from one place. */
export function officeProofFindings(files: Files): Finding[] {
  return [...files]
    .filter(([file, text]) => isSource(file) && file !== MAKER && MAKES.test(text))
    .map(([file]) => ({ file, message: `makes the proof of an office, which only ${MAKER} may` }));
}
