import { boundaryFindings } from "../../test/structure/boundaries.ts";
import { inWords } from "../../test/structure/finding.ts";

const findings = await boundaryFindings();
for (const finding of findings) console.error(inWords(finding));
console.log(findings.length === 0 ? "Every import is one that the table allows." : `${findings.length} forbidden.`);
process.exitCode = findings.length === 0 ? 0 : 1;
