import type { Finding } from "./finding.ts";
import { type Files, isSource, isTest } from "./source-files.ts";

/** The one file that may ask for a held row, and the one that writes it. */
const GATE = "src/public-booking/hold/gate.ts";
const WRITER = "src/appointments/online/hold-place.ts";

/** Every way to a held place that does not pass the gate, and every caller without an asker that is no accredited system. */
export function holdFindings(files: Files): Finding[] {
  return [...files]
    .filter(([file]) => isSource(file) && !isTest(file) && file.startsWith("src/"))
    .flatMap(([file, text]) => [
      ...(/\bholdPlace\b/.test(text) && file !== GATE && file !== WRITER
        ? [{ file, message: "holds a place without passing the gate (src/public-booking/hold/gate.ts)" }]
        : []),
      ...(/\bstatus: [^,;\n]*"held"/.test(text) && file !== WRITER
        ? [{ file, message: `writes a held row, which ${WRITER} does` }]
        : []),
      ...(/\basker: null\b/.test(text) && !file.startsWith("src/partners/")
        ? [{ file, message: "asks for a time without an asker, as accredited systems alone may" }]
        : []),
    ]);
}
