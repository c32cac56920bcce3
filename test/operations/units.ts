import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../structure/source-files.ts";

/** What systemd itself says of the units of ops/systemd: it reads them, and starts nothing. */

const PROGRAM = "/usr/bin/systemd-analyze";

/** Debian's packages that must be installed first, and are not. */
export const missingForUnits = (): string[] => (existsSync(PROGRAM) ? [] : ["systemd"]);

const isUnit = (name: string): boolean => /\.(service|timer)$/.test(name);
export const UNITS: readonly string[] = readdirSync(`${ROOT}ops/systemd`).filter(isUnit);
export const SERVICES: readonly string[] = UNITS.filter((name) => name.endsWith(".service"));

/** Of what the package brings to a machine, and what it depends on: that it is there is tried with the package. */
const BROUGHT = /\/usr\/lib\/visits\/current\/node_modules\/\.bin\/node|\/usr\/bin\/curl/g;

/** What systemd finds wrong with the units, each read as it would be started; "" is nothing. @param change of a unit's text */
export function verifyUnits(change: (text: string) => string = (text) => text): string {
  return withUnits(change, (folder) => {
    const { stdout, stderr } = analyze("verify", "--man=no", ...UNITS.map((name) => join(folder, name)));
    return `${stdout}${stderr}`.trim();
  });
}

/** How much harm a service could do to the machine if it were taken over, of 10; systemd counts what is left open to it. */
export function exposureOf(service: string, change: (text: string) => string = (text) => text): number {
  return withUnits(change, (folder) => {
    const { stdout, stderr } = analyze("security", "--offline=yes", "--no-pager", join(folder, service));
    const [, exposure] = /Overall exposure level for \S+: (\d+\.\d)/.exec(stdout) ?? [];
    if (exposure === undefined) throw new Error(`systemd says no exposure of ${service}: ${stdout}${stderr}`);
    return Number(exposure);
  });
}

const analyze = (...args: string[]) => spawnSync(PROGRAM, args, { encoding: "utf8" });

function withUnits<Answer>(change: (text: string) => string, look: (folder: string) => Answer): Answer {
  const folder = mkdtempSync(join(tmpdir(), "visits-units-"));
  try {
    for (const name of UNITS) {
      const text = readFileSync(`${ROOT}ops/systemd/${name}`, "utf8").replaceAll(BROUGHT, process.execPath);
      writeFileSync(join(folder, name), change(text));
    }
    return look(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
