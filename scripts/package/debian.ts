import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../licences.ts";
import { signFiles } from "../sign.ts";
import { copyInstallation, installationFiles, openToAll, sizeOf } from "./installation.ts";

const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as { readonly version: string };

/** Debian's name of this machine's kind */
const ARCHITECTURE = process.arch === "x64" ? "amd64" : process.arch;

export const PACKAGE_NAME = `visits_${version}_${ARCHITECTURE}.deb`;

/** Where each file of ops/ lies on the machine, and who may read it. */
const PLACES: readonly (readonly [from: string, to: string, mode?: number])[] = [
  ["systemd/visits@.service", "usr/lib/systemd/system/visits@.service"],
  ["systemd/visits-migrate.service", "usr/lib/systemd/system/visits-migrate.service"],
  ["systemd/visits-backup.service", "usr/lib/systemd/system/visits-backup.service"],
  ["systemd/visits-backup.timer", "usr/lib/systemd/system/visits-backup.timer"],
  ["systemd/visits.env.example", "etc/visits/visits.env", 0o600],
  ["systemd/owner.env.example", "etc/visits/owner.env", 0o600],
  ["debian/sysusers.conf", "usr/lib/sysusers.d/visits.conf"],
  ["debian/tmpfiles.conf", "usr/lib/tmpfiles.d/visits.conf"],
  ["debian/visits.sh", "usr/bin/visits", 0o755],
  ["debian/copyright", "usr/share/doc/visits/copyright"],
];
/** What dpkg reads and runs */
const SCRIPTS = ["postinst", "prerm", "postrm"];

/** Everything that the package puts upon a machine, below a folder that is not there yet, with what dpkg has to know. */
export function writePackageTree(folder: string): void {
  const release = join(folder, "usr/lib/visits", version);
  copyInstallation(release);
  openToAll(folder);
  for (const [from, to, mode = 0o644] of PLACES) put(from, join(folder, to), mode);
  mkdirSync(join(folder, "DEBIAN"));
  put("debian/control", join(folder, "DEBIAN/control"), 0o644);
  for (const script of SCRIPTS) put(`debian/${script}`, join(folder, "DEBIAN", script), 0o755);
  const settings = PLACES.map(([, to]) => to).filter((to) => to.startsWith("etc/"));
  writeFileSync(join(folder, "DEBIAN/conffiles"), settings.map((path) => `/${path}\n`).join(""));
}

function put(from: string, target: string, mode: number): void {
  const text = readFileSync(`${ROOT}ops/${from}`, "utf8")
    .replaceAll("@VERSION@", version)
    .replaceAll("@ARCHITECTURE@", ARCHITECTURE)
    .replaceAll("@SIZE@", String(Math.ceil(sizeOf(installationFiles()) / 1_024)));
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  writeFileSync(target, text);
  chmodSync(target, mode);
}

interface Packing {
  /** dpkg-deb's: `none` is quick, `xz` for whoever sends it somewhere */
  readonly compression: "none" | "xz";
  /** The file with the builder's own key, by which it is signed; undefined: it is not */
  readonly signingKey: string | undefined;
}

/** @throws Error for a key that is none: the package is there then, and is not signed */
export function buildPackage(tree: string, target: string, { compression, signingKey }: Packing): void {
  // Of a package before it, which it is not.
  rmSync(`${target}.sig`, { force: true });
  execFileSync("dpkg-deb", [`-Z${compression}`, "--root-owner-group", "--build", tree, target], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (signingKey) signFiles(signingKey, [target]);
}
