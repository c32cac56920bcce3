import { publishedContract } from "../../test/contract/document.ts";
import { contractFindings } from "../../test/contract/lint.ts";

const findings = await contractFindings(await publishedContract());
for (const finding of findings) console.error(finding);
console.log(findings.length === 0 ? "The contract is as others expect it." : `${findings.length} findings.`);
process.exitCode = findings.length === 0 ? 0 : 1;
