import { expect, test } from "vitest";
import { addCitizensWords, textIn } from "./text.ts";

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
  const t = textIn("el");
  const said = (count: number) => t("finder.kilometres", { count });
  expect([said(1), said(2), said(1)]).toEqual([said(1), said(2), said(1)]);
  expect(said(1)).not.toBe(said(2));
  addCitizensWords("ur", { later: { far: "{{count}} دور" } } as never);
  const far = () => textIn("ur")("later.far" as never, { count: 3 } as never);
  expect(far()).toBe("3 دور");
  addCitizensWords("ur", { later: { far: "{{count}} قریب" } } as never);
  expect(far()).toBe("3 قریب");
});
