import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { licenceTexts, lockedPackages, ROOT } from "./licences.ts";

// What the program is made of (CycloneDX), and the texts of its licences, beside the pages in dist/.
const LARGEST = 64 * 1024 * 1024;
const sbom = execFileSync("npm", ["sbom", "--sbom-format=cyclonedx"], { cwd: ROOT, maxBuffer: LARGEST });
mkdirSync(`${ROOT}dist`, { recursive: true });
writeFileSync(`${ROOT}dist/sbom.cdx.json`, sbom);
writeFileSync(`${ROOT}dist/licences.txt`, licenceTexts(lockedPackages()));
