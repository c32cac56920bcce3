import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildPackage } from "../../scripts/package/debian.ts";
import { ROOT } from "../structure/source-files.ts";

/** The package's own scripts, run by dpkg upon a machine of its own, with releases of one file. */
const canInstall = process.getuid?.() === 0 && existsSync("/usr/bin/systemd-sysusers");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "visits-upgrade-"));
  for (const path of ["var/lib/dpkg/info", "var/lib/dpkg/updates", "etc"])
    mkdirSync(machine(path), { recursive: true });
  for (const file of ["var/lib/dpkg/status", "etc/passwd", "etc/group"]) writeFileSync(machine(file), "");
});
afterEach(() => rmSync(folder, { recursive: true }));

const machine = (path: string): string => join(folder, "machine", path);
const current = (): string => realpathSync(machine("usr/lib/visits/current"));
const page = (release: string): string => readFileSync(join(release, "page"), "utf8");

function dpkg(...args: string[]): void {
  const how = [`--root=${machine("")}`, "--force-script-chrootless", "--force-depends"];
  execFileSync("/usr/bin/dpkg", [...how, ...args], { stdio: "pipe" });
}

/** One whose only page says its version. */
function packageOf(version: string): string {
  const tree = join(folder, version);
  const put = (from: string, to: string, mode: number): void => {
    const text = readFileSync(`${ROOT}ops/debian/${from}`, "utf8");
    mkdirSync(join(tree, to, ".."), { recursive: true });
    const own = text.replaceAll("@VERSION@", version).replace("@ARCHITECTURE@", "all").replace("@SIZE@", "1");
    writeFileSync(join(tree, to), own, { mode });
  };
  put("control", "DEBIAN/control", 0o644);
  for (const script of ["postinst", "prerm", "postrm"]) put(script, `DEBIAN/${script}`, 0o755);
  put("sysusers.conf", "usr/lib/sysusers.d/visits.conf", 0o644);
  put("tmpfiles.conf", "usr/lib/tmpfiles.d/visits.conf", 0o644);
  mkdirSync(join(tree, "usr/lib/visits", version), { recursive: true });
  writeFileSync(join(tree, "usr/lib/visits", version, "page"), version);
  buildPackage(tree, `${tree}.deb`, { compression: "none", signingKey: undefined });
  return `${tree}.deb`;
}

test.runIf(canInstall)(
  "who serves reads what it began with while the next release is unpacked, and until the one after it is there",
  () => {
    dpkg("--install", packageOf("1.0.0"));
    const serving = current();
    dpkg("--unpack", packageOf("1.1.0"));
    expect([page(serving), current()]).toEqual(["1.0.0", serving]);
    dpkg("--configure", "visits");
    expect([page(serving), page(current())]).toEqual(["1.0.0", "1.1.0"]);
    dpkg("--install", packageOf("1.1.0"));
    expect([page(serving), page(current())]).toEqual(["1.0.0", "1.1.0"]);
    dpkg("--install", packageOf("1.2.0"));
    expect([existsSync(serving), page(current())]).toEqual([false, "1.2.0"]);
  },
);

test.runIf(canInstall)(
  "going back is the older package, and removing leaves the backups and nothing of the program",
  () => {
    dpkg("--install", packageOf("1.1.0"));
    dpkg("--install", packageOf("1.0.0"));
    expect(page(current())).toBe("1.0.0");
    writeFileSync(machine("var/lib/visits-backup/one"), "");
    dpkg("--purge", "visits");
    const left = ["usr/lib/visits", "var/lib/visits", "var/lib/visits-backup/one"];
    expect(left.map((path) => existsSync(machine(path)))).toEqual([false, false, true]);
  },
);
