import { expect, test } from "vitest";
import { ageOf, hasAny, rightsOf } from "./rights.ts";

test("head is administrator, clerk is operator, and rights are a union", () => {
  const gates = [
    { gateId: "ΚΕΠ/0578", role: "head" },
    { gateId: "ΚΕΠ/0578", role: "clerk" },
    { gateId: "ΚΕΠ/0578", role: "clerk" },
    { gateId: "ΚΕΠ/0377Π", role: "clerk" },
  ] as const;
  expect(rightsOf(gates, undefined)).toEqual({
    ministry: false,
    offices: [
      { code: "0578", role: "administrator" },
      { code: "0578", role: "operator" },
      { code: "0377Π", role: "operator" },
    ],
  });
});

test("gates that are no office's give no office, and only the configured one is the ministry's", () => {
  const gates = ["ΥΨΗΔ/ΚΕΠ", "ΚΕΠ/578", "ΚΕΠ/0578/1", "ΔΟΥ/0578"].map((gateId) => ({ gateId, role: "head" }) as const);
  expect(rightsOf(gates, "ΥΨΗΔ/ΚΕΠ")).toEqual({ ministry: true, offices: [] });
  expect(hasAny(rightsOf(gates, undefined))).toBe(false);
});

test("rights that were renewed in a time to come are old, but for what two clocks may differ", () => {
  const now = Temporal.Instant.from("2026-11-24T10:00:00Z");
  expect([60, 61, 36_000].map((seconds) => ageOf(now.add({ seconds }), now))).toEqual(["fresh", "old", "old"]);
});

test("rights age at four minutes and are old at five", () => {
  const now = Temporal.Instant.from("2026-11-24T10:00:00Z");
  const ages = [239, 240, 299, 300].map((seconds) => ageOf(now.subtract({ seconds }), now));
  expect(ages).toEqual(["fresh", "ageing", "ageing", "old"]);
});
