import { expect, test } from "vitest";
import { foundInDigits, foundInName, isFoundInDigits, type Piece } from "./highlight.ts";

const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join("");

const inName = (name: string, ...sought: string[]): string => shown(foundInName(name, sought));

test("what was typed stands out, whatever its accents and case", () => {
  expect(inName("ΠΑΠΑΔΟΠΟΥΛΟΥ Ελένη", "παπαδόπ")).toBe("[ΠΑΠΑΔΟΠ]ΟΥΛΟΥ Ελένη");
  expect(inName("Ελένη", "ΕΛΕ")).toBe("[Ελέ]νη");
});

test("each word of the search finds its own word of the name", () => {
  expect(inName("ΧΕΛΙΔΟΝΗ Ελένη", "ελ χελ")).toBe("[ΧΕΛ]ΙΔΟΝΗ [Ελ]ένη");
  expect(inName("ΠΑΠΑΔΟΠΟΥΛΟΥ-ΙΤΕΑ", "ιτ παπα")).toBe("[ΠΑΠΑ]ΔΟΠΟΥΛΟΥ-[ΙΤ]ΕΑ");
});

test("greeklish stands out in Greek", () => {
  expect(inName("ΠΑΠΑΔΟΠΟΥΛΟΣ Χρήστος", "xrist papadop")).toBe("[ΠΑΠΑΔΟΠ]ΟΥΛΟΣ [Χρήστ]ος");
  expect(inName("ΘΑΛΑΣΣΟΠΟΥΛΟΥ", "thalas")).toBe("[ΘΑΛΑΣ]ΣΟΠΟΥΛΟΥ");
  expect(inName("ΨΑΡΟΒΑΡΚΑΣ", "psaro")).toBe("[ΨΑΡΟ]ΒΑΡΚΑΣ");
});

test("what only sounds so stands out too", () => {
  expect(inName("ΧΑΤΖΗΑΝΕΜΟΥ", "χατζιανε")).toBe("[ΧΑΤΖΗΑΝΕ]ΜΟΥ");
});

test("within a word only what is long enough to mean it", () => {
  expect(inName("ΧΑΤΖΗΠΑΠΑΔΟΠΟΥΛΟΣ", "παπαδοπ")).toBe("ΧΑΤΖΗ[ΠΑΠΑΔΟΠ]ΟΥΛΟΣ");
  expect(inName("ΧΑΤΖΗΠΑΠΑΔΟΠΟΥΛΟΣ", "πα")).toBe("ΧΑΤΖΗΠΑΠΑΔΟΠΟΥΛΟΣ");
});

test("a name written together stands out for who types it apart", () => {
  expect(inName("ΧΑΤΖΗΠΕΤΡΟΥ", "χατζη πετρου")).toBe("[ΧΑΤΖΗΠΕΤΡΟΥ]");
  expect(inName("D’ORSI Carla", "d orsi")).toContain("[ORSI]");
});

test("a name of something else is left as it is", () => {
  expect(inName("ΠΑΠΑΝΕΜΟΥ Ζωή", "κερασ")).toBe("ΠΑΠΑΝΕΜΟΥ Ζωή");
  expect(inName("O’Brien (Άννα)", "% _ '")).toBe("O’Brien (Άννα)");
});

test("digits stand out across the spaces between them", () => {
  expect(shown(foundInDigits("694 412 3456", "2 34 56"))).toBe("694 41[2 3456]");
  expect(shown(foundInDigits("694 412 3456", "+30 6944"))).toBe("[694 4]12 3456");
  expect(shown(foundInDigits("694 412 3456", "(+30) 6944"))).toBe("[694 4]12 3456");
  expect(shown(foundInDigits("482 715 306", "482715306"))).toBe("[482 715 306]");
  expect(shown(foundInDigits("694 412 3456", "παπα"))).toBe("694 412 3456");
  expect(isFoundInDigits("482715306", "715")).toBe(true);
  expect(isFoundInDigits("482715306", "999")).toBe(false);
});
