import fc from "fast-check";
import { expect, test } from "vitest";
import { drawn, type Market, market } from "../../../test/random-draws.ts";
import { MOST_MEGABYTES, readDraw } from "./draw-file.ts";

const [before] = fc.sample(market, { numRuns: 1, seed: 11 });
const record = await drawn(before as Market);

test.each<[string, BlobPart, object]>([
  ["a whole one, as it was published", JSON.stringify(record), record],
  ["the same, indented and with a byte order mark", `\ufeff${JSON.stringify(record, null, 2)}`, record],
  ["nothing", "", { fault: "no-json", where: "" }],
  ["one that arrived cut off", JSON.stringify(record).slice(0, -20), { fault: "no-json", where: "" }],
  ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0]), { fault: "no-json", where: "" }],
  ["JSON of something else", '{"offices": []}', { fault: "no-draw", where: "rule" }],
  ["a list", "[]", { fault: "no-draw", where: "" }],
  ["null", "null", { fault: "no-draw", where: "" }],
  ["of another rule", JSON.stringify({ ...record, rule: "2.0" }), { fault: "other-rule", where: "rule" }],
  ["with a name", JSON.stringify({ ...record, names: [] }), { fault: "no-draw", where: "names" }],
])("%s", async (_, content, answer) => {
  expect(await readDraw(new Blob([content]))).toEqual(answer);
});

test("whatever is strange in it is told in a few letters", async () => {
  const content = JSON.stringify({ ...record, ["x".repeat(5_000)]: 1 });
  expect(await readDraw(new Blob([content]))).toEqual({ fault: "no-draw", where: "x".repeat(60) });
});

test("one that is too large is not read at all, and one that is gone meanwhile is said to be so", async () => {
  const unread = () => Promise.reject(new Error("gone"));
  const size = MOST_MEGABYTES * 1_000_000;
  expect(await readDraw({ size: size + 1, text: unread } as unknown as Blob)).toEqual({
    fault: "too-large",
    where: "",
  });
  expect(await readDraw({ size, text: unread } as unknown as Blob)).toEqual({ fault: "unreadable", where: "" });
});
