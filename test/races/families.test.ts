import { afterAll, beforeAll, expect, test } from "vitest";
import { RULES_BY_HAND, VISITS_BY_HAND } from "../doctor.ts";
import { type Arena, openArena, overlaps } from "./arena.ts";
import { openToRivals } from "./citizens.ts";
import { bothOfOneBooker, openOtherOffice, PAIRS, partsAgainstClosing } from "./families.ts";

let arena: Arena;
beforeAll(async () => {
  arena = await openArena();
  await openToRivals(arena);
  await openOtherOffice(arena);
});
afterAll(() => arena.close(...VISITS_BY_HAND, ...RULES_BY_HAND, "form-against-row"));

test.each(PAIRS)(
  "two visits of one booker at the limit, in two offices at two processes, $name: $most booked",
  async (pair) => {
    for (let round = 0; round < 3; round++) expect(await bothOfOneBooker(arena, pair)).toBe(pair.most);
  },
);

test("a part is given back while the head closes the office: each has the rest, moved or kept as she has seen it", async () => {
  for (let round = 0; round < 3; round++)
    expect(await partsAgainstClosing(arena, round)).toEqual({ wrong: 0, unseen: 0, isClosed: true });
});

test("and nothing overlaps", async () => {
  expect(await overlaps(arena.sql)).toBe(0);
});
