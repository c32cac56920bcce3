import { expect, test } from "vitest";
import { addCitizensWords, textIn } from "./text.ts";
import "./beside.ts";

test("words that are added after somebody looked for them are said from then on", () => {
  const look = () => textIn("ur")("later.words" as never);
  const before = look();
  addCitizensWords("ur", { later: { words: "بعد میں" } } as never);
  expect([before, look()]).toEqual(["later.words", "بعد میں"]);
});

test("what is put into words is put in anew each time", () => {
  const t = textIn("el");
  const refused = (count: number) => t("field.field-too-long", { max: 5, length: count });
  expect(refused(6)).not.toBe(refused(7));
});

test("a count alone is looked up once for each number, and anew when words are added", () => {
  const far = (count: number) => textIn("ur")("later.far" as never, { count } as never);
  expect(far(3)).toBe("later.far");
  addCitizensWords("ur", { later: { far: "{{count}} کلومیٹر" } } as never);
  expect([far(3), far(4), far(3)]).toEqual(["3 کلومیٹر", "4 کلومیٹر", "3 کلومیٹر"]);
});
