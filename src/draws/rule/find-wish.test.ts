import fc from "fast-check";
import { expect, test } from "vitest";
import { drawn, type Market, market } from "../../../test/random-draws.ts";
import type { DrawRecord } from "./draw-record.ts";
import { findWish } from "./find-wish.ts";
import { fingerprintOf } from "./hashes.ts";

/** By the words of docs/draws.md, another way round: what each did last, or else who has a place at the end. */
function fateByHand({ allotments, passed, events }: DrawRecord, number: string): string {
  const did = (what: string) =>
    events.filter((event) => event.what === what && "number" in event && event.number === number).length;
  if (did("gave-back") > 0) return "gave-back";
  if (did("left") > 0) return "left";
  const given = [...allotments, ...passed].filter((allotment) => allotment.number === number).length;
  return given === did("lost") ? "waits" : "drawn";
}

test("each number of a draw is found, with its fate, its place and its fingerprint, and no other number is", async () => {
  const [fates, ofLosers] = [new Set<string>(), new Set<string>()];
  await fc.assert(
    fc.asyncProperty(market, async (before) => {
      const record = await drawn(before);
      for (const [at, number] of record.order.entries()) {
        const found = await findWish(record, `Κ ${number.slice(0, 2)} ${number.slice(2)}`);
        const wish = record.wishes.find((each) => each.number === number) as DrawRecord["wishes"][number];
        const hash = await fingerprintOf(record.draw, wish);
        expect(found).toEqual({
          number,
          fate: fateByHand(record, number),
          place: at + 1,
          fingerprint: hash.replace(/^(.{4})(.{4})(.{4})(.{4}).*/, "$1 $2 $3 $4"),
        });
        fates.add(found?.fate ?? "");
        if (record.events.some((event) => event.what === "lost" && event.number === number))
          ofLosers.add(found?.fate ?? "");
      }
      for (const typed of ["", "Κ", "999", "0999", "12345678"]) expect(await findWish(record, typed)).toBeNull();
    }),
    { numRuns: 60 },
  );
  for (const seen of [fates, ofLosers]) expect([...seen].toSorted()).toEqual(["drawn", "gave-back", "left", "waits"]);
});

test("one that the published order lacks is still found", async () => {
  const [before] = fc.sample(market, { numRuns: 1, seed: 3 });
  const record = await drawn(before as Market);
  const [first = "", ...order] = record.order;
  expect(await findWish({ ...record, order }, first)).toMatchObject({ number: first, place: null });
});
