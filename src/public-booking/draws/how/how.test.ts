import { describe, expect, test } from "vitest";
import { allot } from "../../../draws/rule/allot.ts";
import type { DayPart, DrawWish } from "../../../draws/rule/draw-record.ts";
import { type CitizensLanguage, LANGUAGES } from "../../../text/languages.ts";
import { readerIn } from "../../frame/reader.ts";
import { howPage } from "./page.ts";
import type { HowTerms } from "./questions.ts";

const TERMS: HowTerms = { answerDays: 16, emailPercent: 11, phonePercent: 12, needPercent: 13, needDays: 17 };

const textsIn = (language: CitizensLanguage, terms: Partial<HowTerms> = {}): string[] => {
  const { markup } = howPage({ ...TERMS, ...terms }, readerIn(language, false));
  const main = markup.slice(markup.indexOf("<h1"), markup.indexOf("</main>"));
  return [...main.matchAll(/>([^<]+)</g)].map(([, text = ""]) => text.trim()).filter((text) => text !== "");
};

/** Where a semicolon asks, it ends a sentence; elsewhere it would only make a long one look like two. */
const ENDS: Readonly<Record<CitizensLanguage, RegExp>> = {
  el: /[.!;\u037e]/,
  en: /[.!?]/,
  sq: /[.!?]/,
  uk: /[.!?]/,
  ar: /[.!؟]/,
  ur: /[۔!؟]/,
};
const MOST_WORDS = 15;

const sentences = (language: CitizensLanguage): string[] =>
  textsIn(language).flatMap((text) => text.split(ENDS[language]).map((sentence) => sentence.trim()));
const wordsIn = (sentence: string): number => sentence.match(/[^\s–—]+/g)?.length ?? 0;

test.each(LANGUAGES)("%s: no sentence is longer than fifteen words", (language) => {
  const all = sentences(language).filter((sentence) => sentence !== "");
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter((sentence) => wordsIn(sentence) > MOST_WORDS)).toEqual([]);
});

describe("what the ministry lets count", () => {
  test.each(LANGUAGES)("%s: each percent and number of days stands in its own sentence", (language) => {
    const texts = textsIn(language);
    for (const number of Object.values(TERMS))
      expect(texts.filter((text) => new RegExp(`(?<!\\d)${number}(?!\\d)`).test(text))).toHaveLength(1);
    expect(texts.filter((text) => text.includes("{{"))).toEqual([]);
  });

  test("whoever asks why e-mail gets fewer places reads how many", () => {
    const texts = textsIn("el");
    const asked = texts.indexOf("Γιατί με e-mail δίνονται λιγότερες θέσεις;");
    expect(texts[asked + 1]).toMatch(/^Με e-mail δίνουμε έως 11 στις 100\sθέσεις\./);
  });

  test.each([
    ["needPercent", "Έχω προθεσμία. Τι κάνω;", 3],
    ["phonePercent", "Δεν έχω διαδίκτυο. Τι κάνω;", 2],
    ["emailPercent", "Γιατί με e-mail δίνονται λιγότερες θέσεις;", 2],
  ] as const)("where %s is 0 nothing is said of it, and of all else the same", (term, question, lines) => {
    const all = textsIn("el");
    const at = all.indexOf(question);
    expect(at).toBeGreaterThan(0);
    expect(textsIn("el", { [term]: 0 })).toEqual(all.toSpliced(at, lines));
  });
});

test("the rule gives the three people of the example what the page says", () => {
  const [tuesday, thursday] = [
    ["2026-12-08", 0],
    ["2026-12-10", 0],
  ] as const satisfies DayPart[];
  const wish = (number: string, ...dayParts: DayPart[]): DrawWish => ({
    number,
    kind: "taxisnet",
    units: 1,
    dayParts,
    offices: ["9901"],
    first: "day",
    others: false,
    salt: "",
  });
  const order = [wish("Μυρτώ", tuesday, thursday), wish("Λάζαρος", tuesday, thursday), wish("Ασπασία", tuesday)];
  const places = [tuesday, thursday].map(([date, part]) => ({ office: "9901", date, part, runs: [1] }));
  const { allotments, passed } = allot(order, { bounds: {}, places }, [{ number: "Μυρτώ", what: "gave-back" }]);
  const days: Readonly<Record<string, string>> = { [tuesday[0]]: "την Τρίτη", [thursday[0]]: "την Πέμπτη" };
  const texts = textsIn("el");
  const outcome = (name: string) => texts[texts.indexOf(name) + 2];
  expect(allotments.map(({ number }) => number)).toEqual(["Μυρτώ", "Λάζαρος"]);
  for (const { number, date } of allotments) expect(outcome(number)).toBe(`Παίρνει ${days[date]}.`);
  expect(passed.map(({ number, date }) => [number, days[date]])).toEqual([["Ασπασία", "την Τρίτη"]]);
  expect(outcome("Ασπασία")).toBe("Περιμένει. Αν η Μυρτώ πει όχι, η Ασπασία παίρνει την Τρίτη.");
});
