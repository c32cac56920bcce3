import { expect, test } from "vitest";
import { reportOf, section, sectionsIn } from "./report.ts";

test("a part that is run again replaces what it wrote before, and leaves the others'", () => {
  const [first, second] = [Temporal.PlainDate.from("2026-11-26"), Temporal.PlainDate.from("2026-11-27")];
  const parts = ["races", "kills"];
  const before = reportOf(
    new Map([
      ["kills", section("kills", first, ["- killed"])],
      ["races", section("races", first, ["- one, two"])],
    ]),
    parts,
  );
  const again = new Map(sectionsIn(before)).set("kills", section("kills", second, ["- killed", "  - twice"]));
  const after = reportOf(again, parts);
  expect(after.split("\n").slice(4)).toEqual([
    "## races, 2026-11-26",
    "",
    "- one, two",
    "",
    "## kills, 2026-11-27",
    "",
    "- killed",
    "  - twice",
    "",
  ]);
  expect(reportOf(sectionsIn(after), ["kills"])).not.toContain("races");
});
