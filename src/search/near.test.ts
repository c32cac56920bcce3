import { expect, test } from "vitest";
import { openSoundKeys } from "../platform/text/sound.ts";
import { slips } from "./near.ts";

const near = (text: string) => slips({ text, ...openSoundKeys(text, 12) });

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
