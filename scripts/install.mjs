import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { BIN, ROOT } from "./paths.mjs";
import { showProgress } from "./progress.mjs";
import { requireWritable } from "./writable.mjs";

/** Installs exactly what the lock file names, when something else or nothing is there. No package's script runs, but our own. */
export async function installMissing() {
  const wanted = lockedPackages("package-lock.json");
  if (isInstalled(wanted, lockedPackages("node_modules/.package-lock.json"))) return;
  requireWritable("node_modules", "The packages are not all installed");
  console.log("Installing the packages: half a minute where the network is quick.");
  const installation = npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress");
  const [code] = await showProgress(() => countOf(wanted), once(installation, "close"));
  if (code !== 0) {
    console.error("The packages could not be installed; see above.");
    process.exit(code ?? 1);
  }
  // Headers of Node, a third of it: nothing here is compiled against it.
  await once(npm("run", "--silent", "postinstall"), "close");
}

/** The first that writes what the program is made of: Debian 13's own is older */
const BILL_SINCE = 10;

/** Ends with what to do where npm is too old for a build, before anything is installed. */
export function requireNpm() {
  const version = execFileSync("npm", ["--version"], { cwd: ROOT, encoding: "utf8" }).trim();
  if (Number.parseInt(version, 10) >= BILL_SINCE) return;
  console.error(
    `A build takes npm ${BILL_SINCE} or later, which writes what the program is made of; this one is ${version}. ` +
      `Say "npm install --global npm@11" and run this again.`,
  );
  process.exit(1);
}

/** The machine's own Node runs npm: the project's would replace itself. */
function npm(...args) {
  const child = spawn("npm", args, {
    cwd: ROOT,
    stdio: ["inherit", "inherit", "pipe"],
    env: { ...process.env, PATH: pathWithout(BIN) },
  });
  const lines = createInterface({ input: child.stderr });
  lines.on("line", (line) => isOfOwnNode(line) || process.stderr.write(`${line}\n`));
  return child;
}

/** That a package wants a newer Node than the one that installs: it has the project's, which comes with it. */
const isOfOwnNode = (line) => /^npm (warn|WARN) EBADENGINE/.test(line);

/** Optional packages are those of other platforms: they may be absent, but not of another version. */
function isInstalled(wanted, present) {
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const found = present[path];
    return path === "" || (found ? found.version === version : optional === true);
  });
}

/** How many of the packages that every platform has are there by now. */
function countOf(wanted) {
  const paths = Object.keys(wanted).filter((path) => path !== "" && !wanted[path].optional);
  const there = paths.filter((path) => existsSync(`${ROOT}${path}/package.json`));
  return `${there.length} of ${paths.length} packages`;
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(ROOT + file, "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw error;
  }
}

function pathWithout(folder) {
  return (process.env.PATH ?? "")
    .split(":")
    .filter((entry) => entry !== folder)
    .join(":");
}
