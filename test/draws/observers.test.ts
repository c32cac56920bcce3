import { expect, test } from "vitest";
import { isPublishable, LEAST_PUBLISHED_WISHES } from "../../src/draws/rule/publishable.ts";
import { tellFigures } from "../doors/figures.ts";
import { type Crowd, crowdsOf, type Observer } from "./observers.ts";
import { onePlaceEach } from "./one-place-each.ts";

/** `npm run trust` takes draws of many sizes, and many of each. */
const DRAWS = Number(process.env.DRAWS ?? 6);
const OFFICES = [1, 2, 5, 10] as const;
const WISHES: readonly number[] = process.env.DRAW_SIZES?.split(" ").map(Number) ?? [
  LEAST_PUBLISHED_WISHES / 2,
  LEAST_PUBLISHED_WISHES,
];
/** As in open data, where fewer than eight people are nobody's business */
const ENOUGH = 8;

const measured = OFFICES.flatMap((offices) =>
  WISHES.map((wishes) => ({ offices, wishes, ...crowdsOf({ offices, wishes }, DRAWS) })),
);
await tellFigures(measured);

const seenBy = (observer: Observer, isOf: (size: { offices: number; wishes: number }) => boolean): Crowd[] =>
  measured.filter(isOf).flatMap(({ crowds }) => crowds[observer] ?? []);

test("from so many wishes on, nineteen in twenty people share their first office with seven others", () => {
  const crowds = seenBy("first office", ({ wishes }) => wishes >= LEAST_PUBLISHED_WISHES);
  expect(crowds.length).toBeGreaterThanOrEqual(OFFICES.length);
  expect(crowds.filter(({ fifth }) => fifth < ENOUGH)).toEqual([]);
});

test("with half as many, in ten offices, they do not", () => {
  const [crowd] = seenBy("first office", (size) => size.offices === 10 && size.wishes === LEAST_PUBLISHED_WISHES / 2);
  expect(crowd?.fifth).toBeLessThan(ENOUGH);
});

test("whoever knows the hour of a visit knows its wish, however many there are", () => {
  expect(seenBy("place and hour", () => true).filter(({ alone }) => alone < 1)).toEqual([]);
});

test("whoever knows more finds a person among no more wishes", () => {
  const orders: readonly (readonly Observer[])[] = [
    ["took part", "first office", "first office, kind, units"],
    ["place", "place, kind, units"],
    ["place", "place and hour"],
  ];
  for (const { crowds } of measured)
    for (const order of orders)
      order.slice(1).forEach((observer, index) => {
        const less = crowds[order[index] as Observer] as Crowd;
        const more = crowds[observer] as Crowd;
        expect(more.median).toBeLessThanOrEqual(less.median);
        expect(more.alone).toBeGreaterThanOrEqual(less.alone);
      });
});

const LEAST = LEAST_PUBLISHED_WISHES;

test.each([
  ["from the bound on its wishes are published", { taxisnet: LEAST }, true],
  ["below it they are not", { taxisnet: LEAST - 1 }, false],
  ["one wallet is one person, too", { taxisnet: LEAST - 1, wallet: 1 }, true],
  ["mailboxes and telephones hide nobody", { taxisnet: LEAST - 1, email: LEAST, phone: LEAST }, false],
  ["and hinder nothing", { taxisnet: LEAST, email: 1, phone: 1 }, true],
] as const)("%s", (_, people, published) => {
  expect(isPublishable(onePlaceEach(people, 1).wishes)).toBe(published);
});
