import { expect, test } from "vitest";
import { numberInWords, speechOf } from "./speech.ts";

const VALUES = new Map(
  Object.entries({
    ένα: 1,
    δύο: 2,
    τρία: 3,
    τέσσερα: 4,
    πέντε: 5,
    έξι: 6,
    επτά: 7,
    οκτώ: 8,
    εννέα: 9,
    δέκα: 10,
    έντεκα: 11,
    δώδεκα: 12,
    δεκατρία: 13,
    δεκατέσσερα: 14,
    δεκαπέντε: 15,
    δεκαέξι: 16,
    δεκαεπτά: 17,
    δεκαοκτώ: 18,
    δεκαεννέα: 19,
    είκοσι: 20,
    τριάντα: 30,
    σαράντα: 40,
    πενήντα: 50,
    εξήντα: 60,
    εβδομήντα: 70,
    ογδόντα: 80,
    ενενήντα: 90,
    εκατό: 100,
    εκατόν: 100,
    διακόσια: 200,
    τριακόσια: 300,
    τετρακόσια: 400,
    πεντακόσια: 500,
    εξακόσια: 600,
    επτακόσια: 700,
    οκτακόσια: 800,
    εννιακόσια: 900,
  }),
);

test("every number up to 999 is its words, the greater before the smaller", () => {
  for (let number = 1; number <= 999; number++) {
    const values = numberInWords(number)
      .split(" ")
      .map((word) => VALUES.get(word) ?? Number.NaN);
    expect(
      values.reduce((sum, value) => sum + value, 0),
      String(number),
    ).toBe(number);
    expect(values, String(number)).toEqual(values.toSorted((a, b) => b - a));
    // Neither «δέκα τρία» nor «είκοσι δέκα»
    expect(values.filter((value) => value < 20).length, String(number)).toBeLessThanOrEqual(1);
    expect(values.filter((value) => value >= 10 && value < 100).length, String(number)).toBeLessThanOrEqual(1);
  }
});

test("a hundred has another ending before what follows it", () => {
  for (let number = 101; number <= 199; number++) expect(numberInWords(number)).toMatch(/^εκατόν \S/);
  expect(numberInWords(100)).toBe("εκατό");
});

test.each([
  [1, "ένα"],
  [13, "δεκατρία"],
  [19, "δεκαεννέα"],
  [21, "είκοσι ένα"],
  [117, "εκατόν δεκαεπτά"],
  [204, "διακόσια τέσσερα"],
  [350, "τριακόσια πενήντα"],
  [999, "εννιακόσια ενενήντα εννέα"],
])("%d is «%s»", (number, words) => expect(numberInWords(number)).toBe(words));

test("a call is said with the name of its letter", () => {
  expect(speechOf("Β", 117, 3)).toBe("Βήτα εκατόν δεκαεπτά, θυρίδα τρία");
  expect(["Α", "Ε", "Κ"].map((letter) => speechOf(letter, 30, 12))).toEqual([
    "Άλφα τριάντα, θυρίδα δώδεκα",
    "Έψιλον τριάντα, θυρίδα δώδεκα",
    "Κάπα τριάντα, θυρίδα δώδεκα",
  ]);
});
