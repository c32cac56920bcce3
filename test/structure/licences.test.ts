import { expect, test } from "vitest";
import { lockedPackages, refusedPackages } from "../../scripts/licences.ts";

test("every package may be used: its licence is among those that somebody has read", () => {
  expect(refusedPackages(lockedPackages())).toEqual([]);
});

test.each([
  ["AGPL-3.0-only", false],
  ["none named", false],
  ["SEE LICENSE IN terms.txt", false],
  ["MIT AND GPL-2.0", false],
  ["(GPL-2.0 OR MIT)", true],
  ["MIT AND ISC", true],
  ["MIT and ISC", true],
  ["MIT and GPL-2.0", false],
])("a planted licence, %s, is allowed: %s", (licence, isAllowed) => {
  const planted = { path: "node_modules/planted", name: "planted", version: "1.0.0", licence };
  expect(refusedPackages([planted])).toEqual(isAllowed ? [] : [planted]);
});
