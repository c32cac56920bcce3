import { browserFindings } from "../../test/structure/browsers/findings.ts";
import { inWords } from "../../test/structure/finding.ts";

const findings = await browserFindings();
for (const finding of findings) console.error(inWords(finding));
console.log(
  findings.length === 0 ? "All that is used, the oldest supported browsers have." : `${findings.length} too new.`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
