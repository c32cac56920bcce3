import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { html } from "../../platform/text/html.ts";
import { LANGUAGES } from "../../text/languages.ts";
import { citizensPage } from "./page.ts";
import { prefixOf, readerIn } from "./reader.ts";
import { flattened, STYLE } from "./styles.ts";

const page = { title: "Δοκιμή", address: "/book", main: html`<h1>Δοκιμή</h1>` };

test("a page is whole in each language, and leads to itself in the others", () => {
  for (const language of LANGUAGES) {
    const { markup } = citizensPage(
      page,
      readerIn(language, false, { all: () => LANGUAGES, translated: () => null, needs: () => false }),
    );
    const isMirrored = language === "ar" || language === "ur";
    expect(markup).toContain(`<html lang="${language}"${isMirrored ? ' dir="rtl"' : ""}>`);
    for (const other of LANGUAGES.filter((each) => each !== language))
      expect(markup).toContain(`href="${prefixOf(other)}/book" lang="${other}"`);
    expect(markup).not.toMatch(/<script|style="|https?:\/\//);
  }
});

test("lines from right to left turn the page round: no rule of its sheets names a side by hand", async () => {
  const { markup } = citizensPage(page, { ...readerIn("el", false), dir: "rtl" });
  expect(markup).toContain('dir="rtl"');
  expect(STYLE.content).not.toMatch(
    /(margin|padding|border)-(left|right)|text-align: (left|right)|[;{]\s*(left|right):/,
  );
});

test("what is sent knows no variables, and a token that is none is a fault", () => {
  expect(flattened("/* why */ a { color: var(--navy); }\n", ":root { --navy: #003375; /* dark */ }")).toBe(
    "a{color: #003375}",
  );
  expect(flattened("a { color: var(--face, var(--navy)); }", ":root { --navy: #003375; }")).toBe("a{color: #003375}");
  expect(() => flattened("a { color: var(--none); }", ":root { }")).toThrow("--none");
});

test("the dark is said a second time, for those that know variables", () => {
  const [light, dark] = [":root { --text: #000; --gap: 4px; }", ":root { --text: #fff; }"];
  expect(flattened("a { color: var(--text); margin: var(--gap); }", light, dark)).toBe(
    "a{color: #000;color: var(--text);margin: 4px}:root{--text: #000}" +
      "@media screen and (prefers-color-scheme: dark){:root{color-scheme: dark;--text: #fff}}",
  );
});

const WORDS = [
  "--text",
  "--text-2",
  "--text-3",
  "--link",
  "--visited",
  "--navy",
  "--success",
  "--error",
  "--warn-text",
];
const GROUNDS = ["--surface", "--canvas", "--sunken", "--navy-tint", "--info-tint", "--warn-tint", "--success-tint"];
const FACES = ["--navy-face", "--navy-deep", "--success-face"];

test("words can be read on every ground, by day and in the dark", () => {
  for (const sheet of ["tokens", "tokens-dark"]) {
    const text = readFileSync(new URL(`../../kit/styles/${sheet}.css`, import.meta.url), "utf8");
    const colours = new Map([...text.matchAll(/(--[\w-]+): (#[\da-f]{6})/g)].map(([, name, value]) => [name, value]));
    const pairs = [
      ...WORDS.flatMap((word) =>
        GROUNDS.map((ground) => [colours.get(word), colours.get(ground), `${word} on ${ground}`]),
      ),
      ...FACES.map((face) => ["#ffffff", colours.get(face), `white on ${face}`]),
    ];
    const poor = pairs.filter(([a = "", b = ""]) => contrast(a, b) < 4.5).map(([, , name]) => `${sheet}: ${name}`);
    expect(poor).toEqual([]);
  }
});

/** WCAG 2.2, relative luminance. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
