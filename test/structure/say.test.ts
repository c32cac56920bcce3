import i18next from "i18next";
import { expect, test } from "vitest";
import { say, type Values, type WordTree } from "../../src/text/say.ts";
import { catalogues } from "./catalogues.ts";

const COUNTS = [undefined, 0, 1, 2, 3, 5, 11, 21, 100, 101, 1.5, "5"];

test.each(["el", "en", "sq", "uk", "ar", "ur"])("every sentence in %s is said as i18next says it", async (language) => {
  const words: WordTree = Object.assign({}, ...(await catalogues(language)).values());
  const oracle = i18next.createInstance();
  await oracle.init({
    lng: language,
    fallbackLng: false,
    nsSeparator: false,
    resources: { [language]: { translation: words } },
    interpolation: { escapeValue: false },
  });
  const keys = keysIn(words);
  expect(keys.length).toBeGreaterThan(300);
  for (const [key, text] of keys) {
    for (const count of COUNTS) {
      const values = { ...valuesFor(text), ...(count !== undefined && { count }) };
      expect(say(words, language, [key.replace(/_[a-z]+$/, "")], values)).toBe(
        oracle.t(key.replace(/_[a-z]+$/, "") as never, values as never),
      );
    }
    expect(say(words, language, [key])).toBe(oracle.t(key as never));
  }
});

const keysIn = (words: WordTree, before = ""): [key: string, text: string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[before + key, value]] : keysIn(value, `${before}${key}.`),
  );

/** Of one the value is empty, of another it looks like a mark, and one is not given. */
const valuesFor = (text: string): Values =>
  Object.fromEntries(
    [...text.matchAll(/\{\{(?!count)(\w+)\}\}/g)]
      .map(([, name = ""], at) => [name, [`<${name}> $& & «»`, null, "$1 {x}"][at % 3]])
      .slice(0, 4),
  );

const WORDS: WordTree = { a: { b: "{{x}}", c_zero: "none", c_other: "{{count}}", "d.e": "dotted" }, f: "plain" };

test.each<[readonly string[], Values | undefined, string]>([
  [["a.b"], { x: "{{count}}", count: "2" }, "{{count}}"],
  [["a.b"], { x: undefined }, ""],
  [["a.b"], {}, "{{x}}"],
  [["a.b"], undefined, "{{x}}"],
  [["a.c"], { count: 0 }, "none"],
  [["a.c"], { count: 1 }, "a.c"],
  [["a.d.e"], undefined, "dotted"],
  [["a.x", "f", "a.d.e"], undefined, "plain"],
  [["a", "constructor", "a.toString"], {}, "a.toString"],
  [["__proto__.toString"], undefined, "__proto__.toString"],
  [[], undefined, ""],
])("%j with %j", (keys, values, words) => expect(say(WORDS, "en", keys, values)).toBe(words));
