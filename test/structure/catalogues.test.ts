import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import identity from "../../src/text/el/identity.json" with { type: "json" };
import fieldWords from "../../src/text/el/refusals/fields.json" with { type: "json" };
import problems from "../../src/text/el/refusals/problems.json" with { type: "json" };
import { COUNTER_LANGUAGES } from "../../src/text/languages.ts";
import {
  breakableFindings,
  buttonFindings,
  catalogueFindings,
  catalogues,
  flat,
  numberFindings,
  valuesIn,
  type Words,
} from "./catalogues.ts";
import { inWords } from "./finding.ts";
import { refusalCodeFindings } from "./refusal-codes.ts";
import { isTest, ROOT, sourceFiles } from "./source-files.ts";
import { wordTypes } from "./word-types.ts";

const areas = async (language: string) => [...(await catalogues(language)).keys()].sort();
const wordsOf = async (language: string, area: string): Promise<Words> =>
  (await catalogues(language)).get(area) as Words;

test("Greek and English have the same areas, keys and values", async () => {
  const names = await areas("el");
  expect(await areas("en")).toEqual(names);
  const findings = names.map(async (area) =>
    catalogueFindings(area, await wordsOf("el", area), await wordsOf("en", area)),
  );
  expect((await Promise.all(findings)).flat().map(inWords)).toEqual([]);
});

test.each([
  ["no English", { a: { b: "ναι", c: "όχι" } }, { a: { b: "yes" } }, "a.c has no English words"],
  ["no Greek", {}, { a: "yes" }, "a has no Greek words"],
  ["empty words", { a: "ναι" }, { a: " " }, "a is empty"],
  ["a value that only one has", { a: "στις {{time}}" }, { a: "on {{date}}" }, "a names date in English only"],
])("a planted fault is found: %s", (_name, el, en, expected) => {
  expect(catalogueFindings("x.ts", el as Words, en as Words).map(inWords)).toEqual([`x.ts: ${expected}`]);
});

/** Lines of a terminal are the terminal's. */
const TERMINAL = ["command-line.json", "import.json"];

const COUNTER_PARTS = [
  ["book.json", ["citizens/book.json"]],
  ["entrance.json", ["citizens/entrance.json"]],
  ["finder.json", ["citizens/finder.json"]],
  ["letter.json", ["letter.json"]],
  ["visit.json", ["citizens/visit.json"]],
  ["refusals.json", ["refusals/problems.json", "refusals/fields.json"]],
  ["seen.json", ["audit.json"]],
] as const;

test.each(COUNTER_LANGUAGES)(
  "what citizens read in %s has each value of the Greek words, and each form of its numbers",
  async (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [file, greekFiles] of COUNTER_PARTS) {
      const greek = flat(Object.assign({}, ...(await Promise.all(greekFiles.map((each) => wordsOf("el", each))))));
      const own = flat(await wordsOf(language, file));
      const named = [...own].map(([key, text]) => [key.split(".").at(-1) as string, text] as const);
      const greekOf = new Map([...greek].map(([key, text]) => [key.split(".").at(-1) as string, text]));
      for (const [key, text] of named.filter(([name]) => name !== "banner")) {
        const twin = greekOf.get(key) ?? greekOf.get(key.replace(/_(zero|two|few|many)$/, "_other"));
        expect(twin, `${language}/${file} ${key}`).toBeDefined();
        const isCounted = /_(zero|one|two)$/.test(key);
        expect(
          [...valuesIn(text)].filter((name) => !valuesIn(twin as string).has(name)),
          `${file} ${key}`,
        ).toEqual([]);
        if (!isCounted)
          expect(
            [...valuesIn(twin as string)].filter((name) => !valuesIn(text).has(name)),
            `${file} ${key}`,
          ).toEqual([]);
        expect(text.trim(), key).not.toBe("");
      }
      const counted = named.map(([key]) => key).filter((key) => key.endsWith("_other"));
      const keys = new Set(named.map(([key]) => key));
      for (const key of counted)
        expect(
          forms.filter((form) => !keys.has(key.replace(/other$/, form))),
          `${file} ${key}`,
        ).toEqual([]);
    }
  },
);

test("on a page no number is left behind by what it counts", async () => {
  const names = (await areas("el")).filter((area) => !TERMINAL.includes(area));
  const findings = names.map(async (area) => breakableFindings(area, await wordsOf("el", area)));
  expect((await Promise.all(findings)).flat().map(inWords)).toEqual([]);
});

test.each([
  ["Σε {{count}} ημέρες", "{{count}} ημέρες"],
  ["Έως 20 MB.", "20 MB"],
  ["Βρέθηκαν {{n}} πρωτοφανή", "{{n}} πρωτοφανή"],
])("a planted fault is found: %s", (text, pair) => {
  expect(breakableFindings("x.ts", { a: text }).map(inWords)).toEqual([
    `x.ts: a may break within "${pair}"; write \\u00a0 between them`,
  ]);
  expect(
    breakableFindings("x.ts", { a: text.replaceAll(" ", "\u00a0"), b: "στις {{time}} ή 10:15 ώρα, {{n}} μένουν" }),
  ).toEqual([]);
});

test.each(["el", "en"] as const)("one of a thing is not told in the words for many, in %s", async (language) => {
  expect(numberFindings(language, await catalogues(language)).map(inWords)).toEqual([]);
});

test("a planted fault is found: many where there is one", () => {
  const words = { a_one: "{{count}}\u00a0εγγραφή", a_other: "{{count}}\u00a0εγγραφές" };
  const found = (more: Words) => numberFindings("el", new Map([["x.json", { ...words, ...more }]])).map(inWords);
  expect(found({})).toEqual([]);
  expect(found({ a_one: words.a_other })).toEqual(['x.json: a_one may say "1 εγγραφές"']);
  expect(found({ b: words.a_other })).toEqual(['x.json: b may say "1 εγγραφές"']);
  expect(found({ b_other: words.a_other })).toEqual(["x.json: b_other has no words for one"]);
});

test("what somebody is told to press is called so on its button", async () => {
  for (const language of ["el", "en"]) {
    const files = await areas(language);
    const all = await Promise.all(files.map((area) => wordsOf(language, area)));
    expect(files.flatMap((area, index) => buttonFindings(area, all[index] as Words, all)).map(inWords)).toEqual([]);
  }
  const planted = { twice: "Πατήστε «Στο χαρτί».", leaveOut: "Να μείνει στο χαρτί…" };
  expect(buttonFindings("x.ts", planted, [planted]).map(inWords)).toEqual([
    'x.ts: twice says to press "Στο χαρτί", which is called otherwise',
  ]);
  const right = { ...planted, twice: "Πατήστε «Να μείνει στο χαρτί»." };
  expect(buttonFindings("x.ts", right, [right])).toEqual([]);
});

/** A browser loads English when it is wanted, and never what only a server says. */
const speaksWithout = (text: string): boolean =>
  /import \{[^}]*\b(?:textIn|wordsOf)\b[^}]*\} from "[./]+text\/text\.ts"/.test(text) &&
  !/^import "[./]+text\/server\.ts";$/m.test(text);

test("whatever speaks outside a browser knows all words of both languages", async () => {
  const outside = [...(await sourceFiles(["src", "trial"]))].filter(
    ([file]) => !isTest(file) && !/\/ui\/|^src\/(kit|web)\//.test(file),
  );
  expect(outside.filter(([, text]) => speaksWithout(text)).map(([file]) => file)).toEqual([]);
});

test("a planted fault is found: a server's module without the server's words", () => {
  const speaking = 'import { type Language, textIn } from "../text/text.ts";\n';
  expect(speaksWithout(speaking)).toBe(true);
  expect(speaksWithout(`${speaking}import "../text/server.ts";\n`)).toBe(false);
});

/** A refusal on the way in is a page with a title. */
const pages = Object.keys(identity.identity)
  .filter((key) => key.endsWith("-title"))
  .map((key) => key.replace(/-title$/, ""));
const codes = new Set([...Object.keys(problems.problem), ...pages]);
const fields = new Set(Object.keys(fieldWords.field));

test("every refusal and every marked field has words", async () => {
  expect(refusalCodeFindings(await sourceFiles(["src"]), codes, fields).map(inWords)).toEqual([]);
});

test.each([
  ["a code", 'throw new Refusal(409, "planted-code");'],
  ["one of two codes", 'throw new Refusal(status, late ? "slot-past" : "planted-code");'],
  ["a field's code", 'refuseFields([{ field: "name", code: "planted-code" }]);'],
])("a planted fault is found: %s without words", (_name, text) => {
  const findings = refusalCodeFindings(new Map([["src/queues/archive.ts", text]]), codes, fields);
  expect(findings.map(inWords)).toEqual(["src/queues/archive.ts: the code planted-code has no words"]);
});

test("the types of the words are those of today's catalogues", async () => {
  const written = await readFile(`${ROOT}src/text/greek-words.ts`, "utf8");
  expect(written === (await wordTypes()), "src/text/greek-words.ts is behind: npm run words").toBe(true);
});
