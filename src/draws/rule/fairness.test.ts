import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { allot } from "./allot.ts";
import type { CellPlaces, DrawWish, IdentityKind } from "./draw-record.ts";
import { fingerprintOf, sealOfList, seedOf } from "./hashes.ts";
import { drawnOrder } from "./order.ts";

/** What somebody gains who has programs, mailboxes or networks. */

const SALT = "0".repeat(32);
const wishOf = (number: number, kind: IdentityKind = "taxisnet"): DrawWish => ({
  number: String(number),
  kind,
  units: 1,
  dayParts: [["2026-12-08", 0]],
  offices: ["9901"],
  first: "day",
  others: true,
  salt: SALT,
});
const hash = (...lines: readonly (string | number)[]) =>
  createHash("sha256")
    .update([...lines, ""].join("\n"))
    .digest("hex");
const secretOf = (run: number) => hash("secret", run);

/** Who gets one of so many places, in the draw of that secret. */
async function winners(wishes: readonly DrawWish[], places: number, run: number, bounds = {}): Promise<string[]> {
  const listSeal = await sealOfList(1, wishes);
  const seed = await seedOf({ secret: secretOf(run), listSeal, auditHead: hash("audit", run) });
  const byNumber = new Map(wishes.map((wish) => [wish.number, wish]));
  const order = await drawnOrder(seed, [...byNumber.keys()]);
  const cells: CellPlaces[] = [{ office: "9901", date: "2026-12-08", part: 0, runs: Array<number>(places).fill(1) }];
  const inOrder = order.map((number) => byNumber.get(number) as DrawWish);
  return allot(inOrder, { places: cells, bounds }).allotments.map(({ number }) => number);
}

const DRAWS = 150;

test("a program that changes its wish a thousand times, and keeps the best of a secret that it guesses, has one person's chance", async () => {
  const [people, places, tries] = [30, 10, 1_000];
  let won = 0;
  for (let run = 0; run < DRAWS; run++) {
    const others = Array.from({ length: people - 1 }, (_, index) => wishOf(2_000 + index));
    const lines = await Promise.all(others.map(async (wish) => `${wish.number} ${await fingerprintOf(1, wish)}`));
    // It knows all but the secret and the end of the audit, and looks for the wish that would be first if they were these.
    let best: DrawWish | null = null;
    let bestLot = "g";
    for (let nth = 0; nth < tries; nth++) {
      const wish = { ...wishOf(1_999), salt: hash("salt", run, nth).slice(0, 32) };
      const { number, kind, units, offices, first, salt } = wish;
      const print = hash(
        "visits draw wish 1",
        1,
        number,
        kind,
        units,
        "2026-12-08 0",
        offices.join(),
        first,
        "others",
        salt,
      );
      const list = hash("visits draw list 1", 1, `${number} ${print}`, ...lines);
      const seed = hash("visits draw seed 1", hash("guessed"), list, hash("guessed too"));
      const lot = hash("visits draw lot 1", seed, number);
      if (lot < bestLot) [best, bestLot] = [wish, lot];
    }
    if ((await winners([best as DrawWish, ...others], places, run)).includes("1999")) won++;
  }
  const chance = places / people;
  expect(Math.abs(won / DRAWS - chance)).toBeLessThan(3 * Math.sqrt((chance * (1 - chance)) / DRAWS));
});

/** 300 people as they come, and one seller with a hundred wishes of a kind, for a hundred places: what the seller gets on the mean. */
async function sellersPlaces(kind: IdentityKind, wishes: number, bounds: Partial<Record<IdentityKind, number>>) {
  const honest = [...kinds(234, "taxisnet", 1_000), ...kinds(48, "email", 2_000), ...kinds(18, "phone", 3_000)];
  const seller = kinds(wishes, kind, 5_000);
  const mine = new Set(seller.map(({ number }) => number));
  let sum = 0;
  for (let run = 0; run < DRAWS; run++)
    sum += (await winners([...honest, ...seller], 100, run, bounds)).filter((number) => mine.has(number)).length;
  return sum / DRAWS;
}

const kinds = (count: number, kind: IdentityKind, first: number): DrawWish[] =>
  Array.from({ length: count }, (_, index) => wishOf(first + index, kind));

test("of a hundred places a seller with a hundred mailboxes gets what the share of mailboxes leaves beside honest ones", async () => {
  expect(await sellersPlaces("email", 100, {})).toBeCloseTo(25, -1);
  const bounded = await sellersPlaces("email", 100, { email: 10 });
  // Ten places among 148 wishes of that kind, of which a hundred are the seller's
  expect(bounded).toBeGreaterThan(10 * (100 / 148) - 0.5);
  expect(bounded).toBeLessThan(10 * (100 / 148) + 0.5);
});

test("with TAXISnet, where a person is one, a seller gets at most one, and no more often than anybody", async () => {
  const places = await sellersPlaces("taxisnet", 1, { email: 10, phone: 10 });
  expect(places).toBeLessThan(0.5);
  expect(places).toBeGreaterThan(0.2);
});
