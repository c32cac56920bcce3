import { expect, test } from "vitest";
import { html } from "../../platform/text/html.ts";
import { LANGUAGES } from "../../text/languages.ts";
import { citizensPage } from "./page.ts";
import { prefixOf, readerIn } from "./reader.ts";
import { flattened, STYLE } from "./styles.ts";

const page = { title: "Δοκιμή", address: "/book", main: html`<h1>Δοκιμή</h1>` };

test("a page is whole in each language, and leads to itself in the others", () => {
  for (const language of LANGUAGES) {
    const { markup } = citizensPage(page, readerIn(language, false, { all: () => LANGUAGES, translated: () => null }));
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
