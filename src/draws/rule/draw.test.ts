import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { playedByHand } from "../../../test/draw-model.ts";
import { DAY_PARTS, drawn, type Market, market, OFFICES } from "../../../test/random-draws.ts";
import { allot } from "./allot.ts";
import type { Allotment, DrawRecord, DrawWish } from "./draw-record.ts";
import { drawnOrder } from "./order.ts";
import { verifyDraw } from "./verify-draw.ts";

test("a thousand draws come out as the published rule says, read by somebody else", async () => {
  const draws = fc.sample(market, { numRuns: 1_000, seed: 37 });
  let [allotted, passedOn] = [0, 0];
  const happened = new Map<string, number>();
  for (const before of draws) {
    const { order, allotments, passed, events } = await drawn(before);
    expect({ order, allotments, passed }).toEqual(playedByHand(before, events));
    allotted += allotments.length;
    passedOn += passed.length;
    for (const { what } of events) happened.set(what, (happened.get(what) ?? 0) + 1);
  }
  expect(allotted).toBeGreaterThan(5_000);
  expect(passedOn).toBeGreaterThan(300);
  expect([...happened.keys()].toSorted()).toEqual(["closed", "gave-back", "left", "lost", "opened"]);
  expect(Math.min(...happened.values())).toBeGreaterThan(200);
});

/** All orders of some of these, up to four. */
const orders = <Item>(items: readonly Item[], most = 4): Item[][] =>
  most === 0
    ? []
    : items.flatMap((item) => {
        const others = items.filter((other) => other !== item);
        return [[item], ...orders(others, most - 1).map((rest) => [item, ...rest])];
      });

/** What somebody in the middle of the order gets by the truth, and by each other order that they could tell. */
async function toldOtherwise(before: Market): Promise<{ readonly truth: number; readonly lies: readonly number[] }> {
  const { order, wishes } = await drawn(before);
  const inOrder = order.flatMap((number) => wishes.find((wish) => wish.number === number) ?? []);
  const at = Math.floor(inOrder.length / 2);
  const honest: DrawWish = { ...(inOrder[at] as DrawWish), others: false };
  const worth = (told: Partial<DrawWish>) => {
    const { allotments } = allot(inOrder.with(at, { ...honest, ...told }), before);
    return worthOf(allotments.find(({ number }) => number === honest.number) ?? null, honest);
  };
  const told = [
    ...orders(DAY_PARTS).map((dayParts) => ({ dayParts })),
    ...orders(OFFICES).map((offices) => ({ offices })),
    { first: honest.first === "day" ? ("office" as const) : ("day" as const) },
  ];
  return { truth: worth({}), lies: told.map(worth) };
}

test("nobody gains by telling other wishes than their own: in 200 markets, against all orders of up to four", async () => {
  const markets = fc.sample(market, { numRuns: 200, seed: 38 });
  const all = await Promise.all(markets.map(toldOtherwise));
  expect(all.filter(({ truth, lies }) => lies.some((lie) => lie < truth))).toEqual([]);
  expect(all.filter(({ truth, lies }) => lies.some((lie) => lie > truth)).length).toBeGreaterThan(100);
});

/** What a place is worth to whoever wished so: the lower, the better; infinite: they can't come. */
function worthOf(got: Allotment | null, wish: DrawWish): number {
  if (!got) return Number.POSITIVE_INFINITY;
  const { office, date, part } = got;
  const when = wish.dayParts.findIndex(([day, of]) => day === date && of === part);
  const where = wish.offices.indexOf(office);
  if (when === -1 || where === -1) return Number.POSITIVE_INFINITY;
  return wish.first === "day" ? when * wish.offices.length + where : where * wish.dayParts.length + when;
}

test("whoever was early, or has a small number, stands nowhere else in the order than others", async () => {
  const numbers = Array.from({ length: 50 }, (_, index) => String(1_000 + index));
  const places = new Map(numbers.map((number) => [number, 0]));
  const draws = 2_000;
  for (let seed = 0; seed < draws; seed++) {
    const order = await drawnOrder(`seed ${seed}`, numbers);
    expect([...order].sort()).toEqual(numbers);
    for (const [place, number] of order.entries()) places.set(number, (places.get(number) ?? 0) + place);
  }
  // The mean of a place from 0 to 49 is 24.5, its deviation 14.43; of so many draws that of the mean is less.
  const bound = (4 * 14.43) / Math.sqrt(draws);
  for (const sum of places.values()) expect(Math.abs(sum / draws - 24.5)).toBeLessThan(bound);
});

describe("whatever is changed afterwards is found", () => {
  let record: DrawRecord;
  beforeAll(async () => {
    const [before] = fc.sample(
      market.filter(({ wishes, whims }) => wishes.length > 25 && whims.length > 7),
      { numRuns: 1, seed: 39 },
    );
    record = await drawn(before as Market);
    expect(record.passed.length).toBeGreaterThan(1);
  });
  const points = async (changed: Partial<DrawRecord>) =>
    (await verifyDraw({ ...record, ...changed })).map(({ holds }) => holds);

  test("nothing is, where nothing was", async () => {
    expect(record.allotments.length).toBeGreaterThan(5);
    expect(await points({})).toEqual([true, true, true, true, true]);
  });

  const withoutOne = ({ wishes: [, ...others] }: DrawRecord) => others;
  const another = ({ wishes: [wish] }: DrawRecord) => ({ ...(wish as DrawWish), number: "77777" });
  test.each<[string, (record: DrawRecord) => Partial<DrawRecord>, readonly (boolean | null)[]]>([
    ["another secret", ({ seed }) => ({ secret: seed }), [false, true, false, true, true]],
    ["a wish that is missing", (of) => ({ wishes: withoutOne(of) }), [true, false, true, false, null]],
    ["a wish more", (of) => ({ wishes: [...of.wishes, another(of)] }), [true, false, true, false, null]],
    [
      "a wish twice",
      ({ wishes }) => ({ wishes: [...wishes, ...wishes.slice(0, 1)] }),
      [true, false, true, false, null],
    ],
    ["another list", ({ seed }) => ({ listSeal: seed }), [true, false, false, true, true]],
    ["another seed", ({ secret }) => ({ seed: secret }), [true, true, false, false, null]],
    ["another end of the audit", ({ seed }) => ({ auditHead: seed }), [true, true, false, true, true]],
    ["two of the order exchanged", ({ order }) => ({ order: exchanged(order) }), [true, true, true, false, null]],
    [
      "two places exchanged",
      ({ allotments }) => ({ allotments: swapped(allotments) }),
      [true, true, true, true, false],
    ],
    ["a place kept back", ({ allotments }) => ({ allotments: allotments.slice(1) }), [true, true, true, true, false]],
    [
      "an event that can't have been",
      ({ events }) => ({ events: [...events, ...events] }),
      [true, true, true, true, false],
    ],
    [
      "a place that went to somebody else",
      ({ passed }) => ({ passed: swapped(passed) }),
      [true, true, true, true, false],
    ],
    ["a place that went on to nobody", ({ passed }) => ({ passed: passed.slice(1) }), [true, true, true, true, false]],
    ["another bound", ({ bounds }) => ({ bounds: { ...bounds, email: 1 } }), [true, true, true, true, false]],
  ])("%s", async (_, change, holds) => {
    expect(await points(change(record))).toEqual(holds);
  });

  test("a wish changed in anything at all", async () => {
    const [wish] = record.wishes as readonly [DrawWish];
    const changes: readonly Partial<DrawWish>[] = [
      { kind: wish.kind === "email" ? "phone" : "email" },
      { units: wish.units + 1 },
      { dayParts: [...wish.dayParts, ["2026-12-09", 0]] },
      { offices: [...wish.offices, "9909"] },
      { first: wish.first === "day" ? "office" : "day" },
      { others: !wish.others },
      { salt: record.seed },
    ];
    for (const change of changes)
      expect((await points({ wishes: record.wishes.with(0, { ...wish, ...change }) }))[1]).toBe(false);
  });

  test("where the order differs first is said", async () => {
    const order = exchanged(record.order);
    const difference = { place: 1, published: order[0], computed: order[1] };
    expect((await verifyDraw({ ...record, order }))[3]).toEqual({
      point: "order",
      holds: false,
      unchecked: null,
      difference,
    });
  });
});

function exchanged<Item>(items: readonly Item[]): Item[] {
  const [first, second, ...rest] = items as readonly [Item, Item, ...Item[]];
  return [second, first, ...rest];
}

/** Each of the first two gets what the other one got. */
function swapped([first, second, ...rest]: readonly Allotment[]): Allotment[] {
  const [one, other] = [first, second] as readonly [Allotment, Allotment];
  return [{ ...other, number: one.number }, { ...one, number: other.number }, ...rest];
}
