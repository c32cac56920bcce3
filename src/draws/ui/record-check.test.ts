import fc from "fast-check";
import { expect, test } from "vitest";
import { drawn, type Market, market } from "../../../test/random-draws.ts";
import type { DrawRecord } from "../rule/draw-record.ts";
import { publishedRecord } from "../rule/record-schema.ts";
import { withoutWishes } from "../rule/without-wishes.ts";
import { faultInRecord, isRecord } from "./record-check.ts";

/** What stands at some place of a file and might pass for what belongs there */
const strange = fc.oneof(
  fc.json({ maxDepth: 1 }).map((text) => JSON.parse(text)),
  fc.constantFrom(
    null,
    "",
    "0",
    "4817",
    "48170000",
    "481700000",
    "1.0",
    "1.1",
    "day",
    "email",
    "left",
    "lost",
    "closed",
    "opened",
    true,
    [],
    {},
  ),
  fc.constantFrom(-1, -0, 0, 1, 1.5, 5, 6, 20, 21, 2 ** 53, 1e300),
  fc.constantFrom("2026-02-29", "2028-02-29", "0000-02-29", "2026-13-01", "2026-1-01", "+002026-01-01", "2026-12-08\n"),
  fc.constantFrom("a".repeat(32), "A".repeat(32), "a".repeat(64), "g".repeat(64), "x".repeat(21), ["2026-12-08", 0]),
  fc.constantFrom(
    [["2026-12-08", 0, 0]],
    [["2026-12-08"]],
    { what: "opened" },
    { what: "lost", number: "4817" },
    { email: 1 },
    { fax: 1 },
    { email: null },
    [0],
    [20],
  ),
);

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

type Change = (place: Place, other: unknown) => void;
const CHANGES: readonly Change[] = [
  ({ holder, key }, other) => void Object.assign(holder, { [key]: other }),
  ({ holder, key }) => void (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key]),
  ({ holder, key }, other) =>
    void (Array.isArray(holder) ? holder.splice(Number(key), 0, other) : Object.assign(holder, { [`${key}s`]: other })),
];

const FORMS = { "with its wishes": drawn, "without them": async (of: Market) => withoutWishes(await drawn(of)) };

test.each(Object.entries(FORMS))(
  "every draw %s is accepted by the page as by the contract, and after any change both say the same",
  async (_, formOf) => {
    const [accepted, refused] = [new Set<string>(), new Set<string>()];
    const changes = fc.array(fc.tuple(fc.nat(1e6), fc.constantFrom(...CHANGES), strange), {
      minLength: 1,
      maxLength: 2,
    });
    await fc.assert(
      fc.asyncProperty(market, changes, async (before, changed) => {
        const record = JSON.parse(JSON.stringify(await formOf(before)));
        expect([isRecord(record), publishedRecord.safeParse(record).success]).toEqual([true, true]);
        for (const [at, change, other] of changed) {
          const places = placesIn(record);
          change(places[at % places.length] as Place, other);
        }
        // As it comes out of a file
        const read = JSON.parse(JSON.stringify(record));
        const isOfContract = publishedRecord.safeParse(read).success;
        expect(isRecord(read)).toBe(isOfContract);
        expect(faultInRecord(read) === null).toBe(isOfContract);
        (isOfContract ? accepted : refused).add(JSON.stringify(changed));
      }),
      { numRuns: 800 },
    );
    expect(Math.min(accepted.size, refused.size)).toBeGreaterThan(20);
  },
);

test("an office may give sixty places in a row, and a hundred at most", async () => {
  const [before] = fc.sample(market, { numRuns: 1, seed: 7 });
  const record = JSON.parse(JSON.stringify(await drawn(before as Market)));
  for (const [run, isOne] of [
    [60, true],
    [100, true],
    [101, false],
  ] as const) {
    record.places[0].runs = [run];
    expect([run, isRecord(record), publishedRecord.safeParse(record).success]).toEqual([run, isOne, isOne]);
  }
});

test.each<[string, unknown]>([
  ["nothing", null],
  ["a list", []],
  ["a text", "draw"],
  ["a number", 7],
])("%s is no draw, as a whole", (_, value) => {
  expect(faultInRecord(value)).toBe("");
  expect(publishedRecord.safeParse(value).success).toBe(false);
});

test("a key that Zod passes over is refused too, wherever it is", async () => {
  const [before] = fc.sample(market, { numRuns: 1, seed: 7 });
  const whole = await drawn(before as Market);
  const text = JSON.stringify([whole, await withoutWishes(whole)]);
  const objects = [...text.matchAll(/\{/g)];
  for (const { index } of objects) {
    const rest = text.slice(index + 1);
    const planted = `${text.slice(0, index + 1)}"__proto__": []${rest.startsWith("}") ? "" : ","}${rest}`;
    const [of, withheld] = JSON.parse(planted).map(faultInRecord);
    expect(of ?? withheld).toMatch(/__proto__$/);
  }
  expect(objects.length).toBeGreaterThan(10);
});

test("where it is not as it should be is said as far as the field", async () => {
  const [before] = fc.sample(
    market.filter(({ wishes }) => wishes.length > 3),
    { numRuns: 1, seed: 7 },
  );
  const record = await drawn(before as Market);
  const wishes = record.wishes.map((wish, at) => (at === 2 ? { ...wish, kind: "fax" } : wish));
  expect(faultInRecord({ ...record, wishes })).toBe("wishes[2].kind");
  const days = record.wishes.map((wish, at) => (at === 3 ? { ...wish, dayParts: [["2026-02-30", 0]] } : wish));
  expect(faultInRecord({ ...record, wishes: days })).toBe("wishes[3].dayParts[0][0]");
  expect(faultInRecord({ ...record, names: ["Ρέα"] })).toBe("names");
  for (const [event, where] of [
    [7, "[0]"],
    [{}, "[0].what"],
    [{ what: "sold", number: "4817" }, "[0].what"],
    [{ what: ["lost"], number: "4817" }, "[0].what"],
    [{ what: "lost" }, "[0].number"],
    [{ what: "closed", office: "9901", date: "2026-12-08", part: 0 }, "[0].at"],
    [{ what: "opened", number: "4817" }, "[0].number"],
  ] as const)
    expect(faultInRecord({ ...record, events: [event] })).toBe(`events${where}`);
  const { salt: _, ...saltless } = record.wishes[0] as DrawRecord["wishes"][number];
  expect(faultInRecord({ ...record, wishes: [saltless] })).toBe("wishes[0].salt");
  expect(faultInRecord({ ...record, hashes: [] })).toBe("held");
  expect(faultInRecord({ ...(await withoutWishes(record)), hashes: [["4817", "ab"]] })).toBe("hashes[0][1]");
});
