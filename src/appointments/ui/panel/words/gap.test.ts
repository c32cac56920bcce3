import { expect, test } from "vitest";
import { textIn } from "../../../../text/text.ts";
import { gapPhrase } from "./gap.ts";
import "../../../../text/beside.ts";

const gap = (from: string, to: string) =>
  gapPhrase({ date: "2026-11-24", time: from }, { date: "2026-11-24", time: to }, textIn("el"));

test("says how much later or earlier another time is", () => {
  expect(gap("11:30", "11:40")).toBe("10′ αργότερα");
  expect(gap("11:30", "12:45")).toBe("1\u00a0ώρα και 15′ αργότερα");
  expect(gap("11:30", "09:30")).toBe("2\u00a0ώρες νωρίτερα");
});

test("says nothing across days, where the day is named", () => {
  expect(gapPhrase({ date: "2026-11-24", time: "11:30" }, { date: "2026-11-25", time: "11:40" }, textIn("el"))).toBe(
    "",
  );
});
