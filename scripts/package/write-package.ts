import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../licences.ts";
import { buildPackage, PACKAGE_NAME, writePackageTree } from "./debian.ts";

// The Debian package of this release, in dist/packages/; signed, where SIGNING_KEY names the builder's key. Nothing is fetched: `npm run build` has brought everything.
if (!existsSync(`${ROOT}dist/sbom.cdx.json`)) throw new Error('The release is not built: run "npm run build" first.');
const folder = mkdtempSync(join(tmpdir(), "visits-package-"));
const target = `${ROOT}dist/packages/${PACKAGE_NAME}`;
try {
  mkdirSync(`${ROOT}dist/packages`, { recursive: true });
  writePackageTree(join(folder, "tree"));
  buildPackage(join(folder, "tree"), target, { compression: "xz", signingKey: process.env.SIGNING_KEY });
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`dist/packages/${PACKAGE_NAME}: ${Math.round(statSync(target).size / 1_048_576)} MB`);
