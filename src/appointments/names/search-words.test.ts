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
  searchWords({ last_name, first_name, business_name });

test("each word of a name is kept by its sound; hyphens part, a compound surname's second part counts", () => {
  expect(named("Παπαδόπουλος-Ξένος", "Άννα Μαρία")).toEqual(["papadopulos", "ksenos", "ana", "maria"]);
  expect(named("Χατζηπαπαδόπουλος")).toEqual(["hatzipapadopulos", "papadopulos"]);
  expect(named("Παππάς", "Νίκος", "Γαλαξίας 2004 Ο.Ε.")).toEqual(["papas", "nikos", "galaksias", "2004", "oe"]);
});

/** Halves of characters included */
const anyText = fc.array(fc.nat({ max: 0xffff }), { maxLength: 100 }).map((codes) => String.fromCharCode(...codes));

test("a name has at most twelve words, each only once, whatever it is made of", () => {
  fc.assert(
    fc.property(anyText, anyText, (last, first) => {
      const words = named(last, first, "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ");
      expect(words.length).toBeLessThanOrEqual(12);
      expect(new Set(words).size).toBe(words.length);
      expect(words.every((word) => word !== "")).toBe(true);
    }),
  );
});

const NAMES = ["Παπαδόπουλος", "Χατζηγιάννης", "Smith", "Ξένου-Παππά", "Άννα", "MAPIA", "Ο'Νηλ"];
const act = fc.oneof(
  fc.record({ lastName: fc.constantFrom(...NAMES) }),
  fc.record({ firstName: fc.constantFrom(...NAMES) }),
  fc.record({ business: fc.constantFrom(null, { name: "Γαλαξίας Ο.Ε." }, { name: "Smith 2004" }) }),
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
      const names = { last_name: current.lastName, first_name: current.firstName };
      expect(await keptWords(current.id)).toEqual(
        searchWords({ ...names, business_name: current.business?.name ?? null }).sort(),
      );
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), run), {
    numRuns: 12,
    endOnFailure: true,
  });
});
