import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { html } from "../../platform/text/html.ts";
import { citizensPage } from "./page.ts";
import { readerIn, TONGUES } from "./reader.ts";
import { flattened } from "./styles.ts";

const page = { title: "Δοκιμή", address: "/book", main: html`<h1>Δοκιμή</h1>` };

test("a page is whole in each language, and leads to itself in the others", () => {
  for (const { language, prefix } of TONGUES) {
    const { markup } = citizensPage(page, readerIn(language, false));
    expect(markup).toContain(`<html lang="${language}">`);
    for (const other of TONGUES.filter((tongue) => tongue.prefix !== prefix))
      expect(markup).toContain(`href="${other.prefix}/book" lang="${other.language}"`);
    expect(markup).not.toMatch(/<script|style="|https?:\/\//);
  }
});

test("lines from right to left turn the page round: no rule of its sheets names a side by hand", async () => {
  const { markup } = citizensPage(page, { ...readerIn("el", false), dir: "rtl" });
  expect(markup).toContain('dir="rtl"');
  const folder = new URL("./styles/", import.meta.url);
  for (const name of await readdir(folder)) {
    const sheet = (await readFile(new URL(name, folder), "utf8")).replaceAll(/\/\*.*?\*\//gs, "");
    expect(sheet, name).not.toMatch(
      /(margin|padding|border)-(left|right)|text-align: (left|right)|[;{]\s*(left|right):/,
    );
  }
});

test("what is sent knows no variables, and a token that is none is a fault", () => {
  expect(flattened("/* why */ a { color: var(--navy); }\n", ":root { --navy: #003375; /* dark */ }")).toBe(
    "a{color: #003375}",
  );
  expect(() => flattened("a { color: var(--none); }", ":root { }")).toThrow("--none");
});
