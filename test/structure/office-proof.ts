import type { Finding } from "./finding.ts";
import { type Files, isSource } from "./source-files.ts";

const MAKERS: Readonly<Record<string, string>> = {
  OperableOffice: "src/identity/office-access.ts",
  AdministeredOffice: "src/identity/office-access.ts",
  MinistryStaff: "src/identity/ministry-access.ts",
};

/** A cast is the only way to make a value of a type with a private symbol; the type may be named by where it comes from. */
function makes(type: string): RegExp {
  const named = `(import\\([^)]*\\)\\.|\\w+\\.)?${type}`;
  return new RegExp(`\\bas\\s+(unknown\\s+as\\s+)?${named}\\b|<${named}>\\s*[({[]`);
}

/** Proof that somebody may work in an office, or rules for all of them, comes from one place. */
export function officeProofFindings(files: Files): Finding[] {
  return Object.entries(MAKERS).flatMap(([type, maker]) =>
    [...files]
      .filter(([file, text]) => isSource(file) && file !== maker && makes(type).test(text))
      .map(([file]) => ({ file, message: `makes the proof ${type}, which only ${maker} may` })),
  );
}
