import { expect, test } from "vitest";
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
