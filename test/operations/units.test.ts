import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../structure/source-files.ts";
import { exposureOf, missingForUnits, SERVICES, verifyUnits } from "./units.ts";

const hasSystemd = missingForUnits().length === 0;

test.runIf(hasSystemd)("systemd reads each unit without a word, and names what is wrong with one", () => {
  expect(verifyUnits()).toBe("");
  expect(verifyUnits((text) => text.replace("ProtectSystem=strict", "ProtectSystem=strictly"))).toContain("strictly");
  expect(verifyUnits((text) => text.replace(/^ExecStart=.*$/m, "ExecStart=/usr/lib/visits/none serve"))).toContain(
    "/usr/lib/visits/none",
  );
});

/** Of 10, as systemd counts it: 1 December 2026 */
const MOST_EXPOSED = 1.5;

test.runIf(hasSystemd).each(SERVICES)("%s leaves little of the machine open to whoever takes it over", (service) => {
  expect(exposureOf(service)).toBeLessThanOrEqual(MOST_EXPOSED);
  expect(exposureOf(service, (text) => text.replace(/^NoNewPrivileges=.*\n/m, ""))).toBeGreaterThan(
    exposureOf(service),
  );
});

test("behind a backup those of more than two weeks go, and no younger one", () => {
  const unit = readFileSync(`${ROOT}ops/systemd/visits-backup.service`, "utf8");
  const [, command = ""] = /^ExecStartPost=(.*)$/m.exec(unit) ?? [];
  const state = mkdtempSync(join(tmpdir(), "visits-backups-"));
  const now = Temporal.Now.instant();
  for (const days of [0, 13, 15]) {
    const backup = join(state, "visits-backup", String(days));
    mkdirSync(backup, { recursive: true });
    writeFileSync(join(backup, "manifest.json"), "");
    const at = now.subtract({ hours: 24 * days }).epochMilliseconds / 1000;
    utimesSync(backup, at, at);
  }
  const [program = "", ...args] = command.replace("%S", state).split(" ");
  execFileSync(program, args);
  expect(readdirSync(join(state, "visits-backup")).sort()).toEqual(["0", "13"]);
  rmSync(state, { recursive: true });
});
