import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Under these a package may be built into the program, or build it. Whoever adds one has read it. */
const ALLOWED = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
  "Zlib",
];

export interface LockedPackage {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** An SPDX expression */
  readonly licence: string;
}

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly license?: string }>>;
}

/** Every package that the lock file names. */
export function lockedPackages(): LockedPackage[] {
  const { packages } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, "utf8")) as LockFile;
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, { version, license = "none named" }]) => ({ path, name: nameOf(path), version, licence: license }));
}

const FOLDER = "node_modules/";
const nameOf = (path: string): string => path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);

/** Those whose licence is not allowed, or not named. */
export const refusedPackages = (packages: readonly LockedPackage[]): LockedPackage[] =>
  packages.filter(({ licence }) => !isAllowed(licence));

/** Of a choice one is enough, of several that hold together all are needed. */
const isAllowed = (expression: string): boolean =>
  expression
    .replaceAll(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(/ and /i).every((licence) => ALLOWED.includes(licence.trim())));

const LICENCE_FILE = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i;

/** What whoever passes the program on has to pass on with it. */
export function licenceTexts(packages: readonly LockedPackage[]): string {
  const all = packages.map(({ path, name, version, licence }) => {
    const texts = licenceFiles(`${ROOT}${path}`).map((file) => readFileSync(file, "utf8").trim());
    return [`${name} ${version}: ${licence}`, ...texts].join("\n\n");
  });
  return `${all.join(`\n\n${"─".repeat(80)}\n\n`)}\n`;
}

/** Packages of other platforms are not here. */
function licenceFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => LICENCE_FILE.test(name))
      .map((name) => `${folder}/${name}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
