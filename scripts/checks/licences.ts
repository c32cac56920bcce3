import { lockedPackages, refusedPackages } from "../licences.ts";

const refused = refusedPackages(lockedPackages());
for (const { path, version, licence } of refused)
  console.log(`${path} ${version}: ${licence}. Read it; then add it to ALLOWED in scripts/licences.ts, or do without.`);
process.exit(refused.length > 0 ? 1 : 0);
