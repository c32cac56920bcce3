import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { BIN, ROOT } from "./paths.mjs";

/** Installs exactly what the lock file names, when something else or nothing is there. No package's script runs. */
export function installMissing() {
  if (isInstalled(lockedPackages("package-lock.json"), lockedPackages("node_modules/.package-lock.json"))) return;
  console.log("Installing what is missing…");
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, PATH: pathWithout(BIN) },
  });
  if (status !== 0) {
    console.error("The packages could not be installed; see above.");
    process.exit(status ?? 1);
  }
}

/** Optional packages are those of other platforms: they may be absent, but not of another version. */
function isInstalled(wanted, present) {
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const found = present[path];
    return path === "" || (found ? found.version === version : optional === true);
  });
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(ROOT + file, "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw error;
  }
}

/** The machine's own Node runs npm: the project's would replace itself. */
function pathWithout(folder) {
  return (process.env.PATH ?? "")
    .split(":")
    .filter((entry) => entry !== folder)
    .join(":");
}
