import { expect, test } from "vitest";
import { fastestSellerPlaces, type SellerShare, sellerShares } from "../../src/draws/seller-shares.ts";
import { tellFigures } from "../doors/figures.ts";
import { onePlaceEach } from "./one-place-each.ts";

/** `npm run trust` tries more often. */
const TRIES = { tries: Number(process.env.TRIES ?? 60), seed: "resale" };
const PEOPLE = { taxisnet: 234, email: 48, phone: 18 } as const;
const ALL = PEOPLE.taxisnet + PEOPLE.email + PEOPLE.phone;
const PLACES = 100;
const IDENTITIES = 100;
const BOUND = 10;

const draw = onePlaceEach(PEOPLE, PLACES);
const bounds = { unbounded: {}, bounded: { email: BOUND, phone: BOUND } };
const many = { wishes: IDENTITIES } as const;
const shares = {
  email: await sellerShares(draw, bounds, { kind: "email", ...many }, TRIES),
  phone: await sellerShares(draw, bounds, { kind: "phone", ...many }, TRIES),
  // However many addresses of the network it comes from, one person is one wish.
  taxisnet: await sellerShares(draw, bounds, { kind: "taxisnet", wishes: 1 }, TRIES),
};
const fastest = fastestSellerPlaces(draw, { kind: "email", ...many });
await tellFigures({
  tries: TRIES.tries,
  people: PEOPLE,
  places: PLACES,
  identities: IDENTITIES,
  bound: BOUND,
  fastest,
  shares,
});

const isNear = ({ mean, error }: SellerShare, truth: number) => Math.abs(mean - truth) < 4 * error;

test("where the fastest wins, a seller has all", () => {
  expect(fastest).toBe(PLACES);
});

test.each(["email", "phone"] as const)("by %s a seller has no more than the part of their identities", (kind) => {
  const { unbounded, bounded } = shares[kind];
  expect(isNear(unbounded, PLACES * (IDENTITIES / (ALL + IDENTITIES)))).toBe(true);
  expect(isNear(bounded, BOUND * (IDENTITIES / (PEOPLE[kind] + IDENTITIES)))).toBe(true);
});

test("with TAXISnet a seller has what anybody has", () => {
  expect(isNear(shares.taxisnet.unbounded, PLACES / (ALL + 1))).toBe(true);
});
