import { expect, test } from "vitest";
import { textIn } from "./text.ts";

test("words that are added after somebody looked for them are said from then on", async () => {
  const t = textIn("ur");
  const before = t("finder.map");
  await import("./counter-languages.ts");
  expect([before, t("finder.map")]).toEqual(["finder.map", expect.not.stringMatching("finder.map")]);
});

test("what is put into words is put in anew each time", () => {
  const t = textIn("el");
  const refused = (count: number) => t("field.field-too-long", { max: 5, length: count });
  expect(refused(6)).not.toBe(refused(7));
});
