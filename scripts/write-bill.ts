import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { licenceTexts, lockedPackages, ROOT } from "./licences.ts";
import { signFiles } from "./sign.ts";
import { exploitability, JUDGEMENTS } from "./vulnerabilities.ts";

// What the program is made of (CycloneDX), what was judged of weaknesses in it (VEX), and the texts of its licences, in dist/. Signed, where SIGNING_KEY
// names the builder's key.
const LARGEST = 64 * 1024 * 1024;
const sbom = execFileSync("npm", ["sbom", "--sbom-format=cyclonedx"], { cwd: ROOT, maxBuffer: LARGEST });
mkdirSync(`${ROOT}dist`, { recursive: true });
writeFileSync(`${ROOT}dist/sbom.cdx.json`, sbom);
writeFileSync(
  `${ROOT}dist/vex.cdx.json`,
  JSON.stringify(exploitability(JSON.parse(String(sbom)), JUDGEMENTS), null, 2),
);
writeFileSync(`${ROOT}dist/licences.txt`, licenceTexts(lockedPackages()));
const { SIGNING_KEY } = process.env;
if (SIGNING_KEY) signFiles(SIGNING_KEY, [`${ROOT}dist/sbom.cdx.json`, `${ROOT}dist/vex.cdx.json`]);
