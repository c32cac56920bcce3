import { expect, test } from "vitest";
import { openSoundKeys } from "../platform/text/sound.ts";
import { slips } from "./near.ts";

const near = (text: string) => slips({ text, ...openSoundKeys(text, 12), others: [], isLetterOnly: false });

test("a name with one slip of the finger is near", () => {
  const [right = ""] = openSoundKeys("ΠΑΠΑΔΟΠΟΥΛΟΥ", 1).keys;
  for (const typed of ["ΠΑΠΑΔΟΠΥΟΛΟΥ", "ΠΑΠΑΔΠΟΥΛΟΥ", "ΠΑΠΠΑΔΟΠΟΥΛΟΥΣ", "ΠΑΠΑΔΟΠΟΛΟΥ"])
    expect(
      near(typed).some((key) => right.startsWith(key)),
      typed,
    ).toBe(true);
});

test("of the longest name there are slips, of what nobody is called none: they would be thousands", () => {
  expect(near("ΠΑΠΑΧΑΤΖΗΚΩΝΣΤΑΝΤΙΝΟΥ").length).toBeGreaterThan(100);
  for (const letters of ["J", "X", "AU", "NK"]) expect(near(letters.repeat(50).slice(0, 99))).toEqual([]);
});

test.each([
  ["ΚΟΛΙΑΤΣΟΥ", "ΚΟΙΑΤΣΟΥ"],
  ["ΚΟΙΛΑΔΗΣ", "ΚΟΛΙΛΑΔΗΣ"],
  ["ΚΟΙΛΑΔΗΣ", "ΚΟΠΛΑΔΗΣ"],
  ["ΚΟΠΛΑΔΗΣ", "ΚΟΙΛΑΔΗΣ"],
  ["ΓΟΥΝΑΡΗΣ", "ΓΟΝΑΡΗΣ"],
  ["ΠΑΥΛΑΚΗΣ", "ΠΑΛΑΚΗΣ"],
  ["ΜΠΑΚΑΛΗΣ", "ΜΑΠΑΚΑΛΗΣ"],
  ["ΔΕΣΠΟΤΗΣ", "ΔΕΣΠΟΙΤΗΣ"],
  ["ΑΝΤΥΠΑΣ", "ΑΝΥΠΑΣ"],
  ["ΑΝΑΤΥΠΑΣ", "ΑΝΤΥΠΑΣ"],
  ["ΕΥΛΑΜΠΙΟΣ", "ΕΥΛΑΠΙΟΣ"],
  ["KOLIATSOU", "KOIATSOU"],
  ["THEODOROU", "TEODOROU"],
])("%s is near %s, where a slip makes or breaks a pair of letters that sound as one", (right, typed) => {
  const sounds = openSoundKeys(right, 12).keys;
  const { keys } = openSoundKeys(typed, 12);
  expect([...keys, ...near(typed)].some((key) => sounds.some((sound) => sound.startsWith(key)))).toBe(true);
});

test("nothing is looked for that no name sounds like: of two sounds that are one and the same only one is left", () => {
  for (const typed of ["ΠΑΠΑΔΟΠΥΟΛΟΥ", "ΧΑΤΖΗΡΕΜΑΤΑΚΗΣ", "ΑΛΕΞΙΟΥ", "THEODOROU"])
    expect(near(typed).filter((key) => /([a-z])\1/.test(key))).toEqual([]);
});
