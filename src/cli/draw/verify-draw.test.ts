import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawn, type Market, market } from "../../../test/random-draws.ts";
import { drawStanding } from "../../draws/rule/allot.ts";
import type { DrawRecord } from "../../draws/rule/draw-record.ts";
import { withoutWishes } from "../../draws/rule/without-wishes.ts";
import { visits } from "../visits.ts";

const folder = mkdtempSync(join(tmpdir(), "visits-draw-"));
afterAll(() => rmSync(folder, { recursive: true }));

let record: DrawRecord;
beforeAll(async () => {
  const [before] = fc.sample(
    market.filter(({ wishes, whims }) => wishes.length > 25 && whims.length > 5),
    { numRuns: 1, seed: 45 },
  );
  record = await drawn(before as Market);
});

/** @param content of the file that was downloaded */
async function verified(content: unknown, ...more: string[]) {
  const file = join(folder, "draw.json");
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  const code = await visits(["draw", "verify", file, "--lang", "en", ...more], {}, terminal);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

test("whoever has the file, and neither a database nor settings, sees that it follows", async () => {
  const { code, out } = await verified(record);
  expect(code).toBe(0);
  expect(out.match(/^ {2}yes /gm)).toHaveLength(5);
  expect(out).toContain("at all 5 points");
});

test("whoever was drawn, waits, gave back or left finds the own number, as people write it", async () => {
  const { order, places, bounds, wishes, events } = record;
  const ended = (what: string) =>
    events.flatMap((event) => (event.what === what && "number" in event ? event.number : []))[0];
  const inOrder = order.flatMap((number) => wishes.find((wish) => wish.number === number) ?? []);
  const { held, waiting } = drawStanding(inOrder, { places, bounds }, events);
  for (const [number, fate] of [
    [[...held.keys()][0], "drawn."],
    [waiting[0]?.number, "has no place."],
    [ended("gave-back"), "gave the place back"],
    [ended("left"), "left the order"],
  ] as const) {
    const { code, out } = await verified(record, "--number", `Κ ${number}`);
    expect([code, out]).toEqual([0, expect.stringContaining(`${number}: `)]);
    expect(out.split("\n").at(-1)).toContain(fate);
    expect(out.split("\n").at(-1)).toContain(`${order.indexOf(number ?? "") + 1} of ${order.length}`);
  }
});

test("a number that was not in it is told, and is no success", async () => {
  const { code, out } = await verified(record, "--number", "12");
  expect([code, out]).toEqual([1, expect.stringContaining(`There is no number 12 in draw ${record.draw}.`)]);
});

test("a changed result is found: where first, and what was not looked at for it", async () => {
  const [first, second, ...rest] = record.order as readonly [string, string, ...string[]];
  const { code, out } = await verified({ ...record, order: [second, first, ...rest] });
  expect(code).toBe(1);
  expect(out.match(/^ {2}yes /gm)).toHaveLength(3);
  expect(out).toContain(`first difference at place 1\n         published: ${second}\n         computed:  ${first}`);
  expect(out).toContain("not checked");
  expect(out).toContain("It does not come out the same");
});

test("a place that was lost, and no word of it, is found at the last point", async () => {
  const { code, out } = await verified({ ...record, events: record.events.filter(({ what }) => what !== "lost") });
  expect(code).toBe(1);
  expect(out.match(/^ {2}yes /gm)).toHaveLength(4);
  expect(out).toContain("NO   Each place went to the first in the order who asked for it, in the draw and after it");
});

test("without wishes four points are checked, the fifth is said to be the auditor's, and each number is found", async () => {
  const withheld = await withoutWishes(record);
  const [waits] = record.order.filter((number) => !withheld.held.includes(number));
  for (const [number, fate] of [
    [withheld.held[0], "drawn."],
    [waits, "has no place."],
  ]) {
    const { code, out } = await verified(withheld, "--number", `Κ ${number}`);
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toBe(
      `Draw ${record.draw}, rule 1.0, without what the wishes say. Wishes: ${record.wishes.length}. With a place now: ${withheld.held.length}.`,
    );
    expect(out.match(/^ {2}yes /gm)).toHaveLength(4);
    expect(out).toMatch(/^ {2}- {4}Each place .*not published: fewer than 200 wishes .* auditor has the whole file/m);
    expect(out).not.toContain("depends");
    expect(out).toContain("It comes out the same, at the 4 points");
    expect(out.split("\n").at(-1)).toContain(`${number}: ${fate}`);
  }
  const changed = await verified({ ...withheld, hashes: withheld.hashes.slice(1) });
  expect([changed.code, changed.out]).toEqual([1, expect.stringContaining("It does not come out the same")]);
});

test.each<[string, () => unknown]>([
  ["no JSON", () => "draw 7"],
  ["of another rule", () => ({ ...record, rule: "2.0" })],
  ["with something that is not of it", () => ({ ...record, names: [] })],
  ["cut off", () => JSON.stringify(record).slice(0, -40)],
])("a file %s is refused, and what to do is said", async (_, content) => {
  const { code, out, err } = await verified(content());
  expect([code, out, err]).toEqual([2, "", expect.stringContaining("Download it again")]);
});

test("a file that is not there is said to be so", async () => {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  expect(await visits(["draw", "verify", join(folder, "none.json")], {}, terminal)).toBe(2);
  expect(err.join()).toContain("none.json");
});
