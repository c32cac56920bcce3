import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { aboutMinutes } from "./about-minutes.ts";
import { textIn } from "./text.ts";
import "./server.ts";

/** "About so many minutes" in each language */
const ABOUT = [
  /περίπου[^.:]{0,20}λεπτ/iu,
  /about[^.:]{0,20}minute/iu,
  /rreth[^.:]{0,20}minut/iu,
  /(приблизно|близько)[^.:]{0,20}хв/iu,
  /(نحو|حوالي|تقريبية)[^.]{0,30}|دق[^.]{0,20}(نحو|حوالي)/u,
  /تقریباً[^۔:]{0,20}منٹ/u,
];

/** Not how long a visit takes: how long booking does, and what is nearly something else */
const OTHERS = ["finder.start-lead", "visit.about", "letter.about"];

function textsOf(file: string): [string, string][] {
  const rooms = JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, unknown>>;
  return Object.entries(rooms).flatMap(([room, words]) =>
    Object.entries(words).flatMap(([key, text]): [string, string][] =>
      typeof text === "string" ? [[`${room}.${key}`, text]] : [],
    ),
  );
}

const found = (texts: readonly [string, string][]) =>
  texts.filter(([, text]) => /\{\{|\d/.test(text) && ABOUT.some((words) => words.test(text))).map(([key]) => key);

const files = globSync("src/text/{el/citizens/*,en/citizens/*,el/letter,en/letter,sq/*,uk/*,ar/*,ur/*}.json");

test("how long a visit takes is said in one form: no other text of citizens says it", () => {
  const said = files.flatMap((file) => found(textsOf(file)));
  expect([...new Set(said)].filter((key) => !OTHERS.includes(key))).toEqual(["letter.about-minutes"]);
  expect(said.filter((key) => key === "letter.about-minutes")).toHaveLength(6);
});

test.each(["Διαρκεί περίπου {{n}}\u00a0λεπτά.", "Takes about 5\u00a0minutes", "نحو\u00a0{{n}} دقائق"])(
  "a planted one is found: %s",
  (text) => {
    expect(found([["planted", text]])).toEqual(["planted"]);
  },
);

test("it is said in each language", () => {
  expect(aboutMinutes(10, textIn("el"))).toBe("περίπου 10\u00a0λεπτά");
  expect(aboutMinutes(10, textIn("uk"))).toBe("приблизно 10\u00a0хв");
});
