import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aBookingDesk } from "../../../test/booking-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { searchWords } from "./search-words.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const named = (last_name: string, first_name = "", business_name: string | null = null) =>
  searchWords({ last_name, first_name, business_name, phone: null, business_afm: null, companions: [] });

test("each word of a name is kept by its sound; hyphens part, a compound surname's second part counts", () => {
  expect(named("Χατζηπαπαδόπουλος")).toEqual(["hatzipapadopulos", "papadopulos"]);
  expect(named("Παππάς", "Νίκος", "Γαλαξίας 2004 Ο.Ε.")).toEqual(
    expect.arrayContaining(["papas", "nikos", "galaksias", "2004", "oe"]),
  );
});

test("words of one name are kept together as well, and what an apostrophe keeps together apart", () => {
  expect(named("Παπαδόπουλος-Ξένος", "Άννα Μαρία")).toEqual([
    "papadopulos",
    "ksenos",
    "ana",
    "maria",
    "papadopulosksenos",
    "anamaria",
  ]);
  expect(named("Χατζη-Πέτρου")).toEqual(["hatzi", "petru", "hatzipetru"]);
  expect(named("D'Orsi")).toEqual(["dorsi", "orsi"]);
  expect(named("De La Cruz").slice(-6)).toEqual(expect.arrayContaining(["dela", "delakruz"]));
});

test("numbers are kept from their beginning: a Greek telephone without its country, the ΑΦΜ of a business", () => {
  const numbers = {
    last_name: "Παππάς",
    first_name: "Άννα",
    business_name: "Άλφα",
    business_afm: "094259216",
    companions: [],
  };
  expect(searchWords({ ...numbers, phone: "+306944123456" }).slice(-2)).toEqual(["+6944123456", "#094259216"]);
  expect(searchWords({ ...numbers, phone: "+4930901820" }).slice(-2)).toEqual(["+4930901820", "#094259216"]);
});

/** Halves of characters included */
const anyText = fc.array(fc.nat({ max: 0xffff }), { maxLength: 100 }).map((codes) => String.fromCharCode(...codes));

test("a name has at most eighteen words, each only once, whatever it is made of", () => {
  fc.assert(
    fc.property(anyText, anyText, (last, first) => {
      const words = named(last, first, "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ");
      expect(words.length).toBeLessThanOrEqual(18);
      expect(new Set(words).size).toBe(words.length);
      expect(words.every((word) => word !== "")).toBe(true);
    }),
  );
});

const NAMES = ["Παπαδόπουλος", "Χατζηγιάννης", "Smith", "Ξένου-Παππά", "Άννα", "MAPIA", "Ο'Νηλ"];
const act = fc.oneof(
  fc.record({ lastName: fc.constantFrom(...NAMES) }),
  fc.record({ firstName: fc.constantFrom(...NAMES) }),
  fc.record({ business: fc.constantFrom(null, { name: "Γαλαξίας Ο.Ε.", afm: "094259216" }, { name: "Smith 2004" }) }),
  fc.record({ phone: fc.constantFrom(null, "+306944123456", "+302109098391") }),
  fc.record({ notes: fc.constantFrom("α", "β") }),
  fc.constant("undo" as const),
);

test("after booking, changing and undoing, the words kept are those of the names that stand", async () => {
  const desk = await aBookingDesk(world);
  const keptWords = async (id: string) =>
    (
      await world.owner.query<{ word: string }>("select word from appointment_word where appointment_id = $1", [id])
    ).rows
      .map(({ word }) => word)
      .sort();
  let minute = 11 * 60;
  const run = async (acts: readonly (typeof act extends fc.Arbitrary<infer Act> ? Act : never)[]) => {
    const time = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
    minute += 15;
    let current = await desk.booked(time);
    for (const step of acts) {
      const reply =
        step === "undo"
          ? await desk.act(current.id, "undo", { version: current.version })
          : await desk.change(current.id, step, current.version);
      if (reply.status === 200) current = reply.body;
      const { lastName: last_name, firstName: first_name, phone, business, companions } = current;
      expect(await keptWords(current.id)).toEqual(
        searchWords({
          last_name,
          first_name,
          phone,
          companions,
          business_name: business?.name ?? null,
          business_afm: business?.afm ?? null,
        }).sort(),
      );
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), run), {
    numRuns: 12,
    endOnFailure: true,
  });
});
