import { expect, test } from "vitest";
import { needsSign } from "./needs-sign.ts";

test("one kind of need has its own sign, several have the hand, and none has none", () => {
  expect(needsSign({ interpreter: null, needs: [] })).toBeNull();
  expect(needsSign({ interpreter: "uk", needs: [] })).toBe("globe");
  expect(needsSign({ interpreter: "gss", needs: [] })).toBe("hand");
  expect(needsSign({ interpreter: null, needs: ["wheelchair"] })).toBe("wheelchair");
  expect(needsSign({ interpreter: "uk", needs: ["wheelchair"] })).toBe("hand");
  expect(needsSign({ interpreter: null, needs: ["wheelchair", "guide-dog"] })).toBe("hand");
});
