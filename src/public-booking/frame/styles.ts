import { readFileSync } from "node:fs";
import { hashedAsset } from "../../platform/http/hashed-assets.ts";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

const DECLARATION = /([a-z-]+):\s*([^;{}]*var\(--[^;{}]*);/g;

/**
 * Without comments, and with what the variables are written out: phones of 2014 know none. What differs in the dark is said
 * a second time, as a variable, for those that ask for dark pages know them. On paper it is light. Pure.
 */
export function flattened(sheet: string, tokens: string, darkTokens = ""): string {
  const [light, dark] = [valuesIn(tokens), valuesIn(darkTokens)];
  const written = (text: string) => text.replaceAll(TOKEN, (_all, name: string) => tokenValue(name, light));
  const varied = (text: string) =>
    text.replaceAll(TOKEN, (all, name: string) => (dark.has(name) ? all : tokenValue(name, light)));
  const flat = bare(sheet)
    .replaceAll(/var\(--[\w-]+, (var\(--[\w-]+\))\)/g, "$1")
    .replaceAll(DECLARATION, (_all, property: string, value: string) => {
      const [first, second] = [written(value), varied(value)];
      return first === second ? `${property}: ${first};` : `${property}: ${first};${property}: ${second};`;
    });
  return (dark.size > 0 ? `${flat}${themes(light, dark)}` : flat)
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ?([{};,]) ?/g, "$1")
    .replaceAll(";}", "}")
    .trim();
}

const TOKEN = /var\((--[\w-]+)\)/g;

const bare = (text: string): string => text.replaceAll(/\/\*.*?\*\//gs, "");

const valuesIn = (tokens: string): ReadonlyMap<string, string> =>
  new Map(
    [...bare(tokens).matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value] as const),
  );

function tokenValue(name: string, values: ReadonlyMap<string, string>): string {
  const value = values.get(name);
  if (value === undefined) throw new Error(`No token is called ${name}.`);
  return value;
}

function themes(light: ReadonlyMap<string, string>, dark: ReadonlyMap<string, string>): string {
  const declarations = (valueFor: (name: string) => string) =>
    [...dark.keys()].map((name) => `${name}: ${valueFor(name)};`).join("");
  return (
    `:root{${declarations((name) => tokenValue(name, light))}}` +
    `@media screen and (prefers-color-scheme: dark){:root{color-scheme: dark;${declarations((name) => tokenValue(name, dark))}}}`
  );
}

/** A sheet of citizens' pages, light and dark. */
export const inBothThemes = (sheet: string): string =>
  flattened(sheet, read("../../kit/styles/tokens.css"), read("../../kit/styles/tokens-dark.css"));

/** As the staff's pages have them. */
const OF_BOTH = ["base", "button", "field", "note"];
const OWN = [
  "base",
  "controls",
  "parts",
  "finder",
  "days",
  "visit",
  "waits",
  "together",
  "bring",
  "mine",
  "shared",
  "narrow",
  "paper",
];
const SHEETS = [
  ...OF_BOTH.map((name) => `../../kit/styles/${name}.css`),
  ...OWN.map((name) => `./styles/citizens-${name}.css`),
];

export const STYLE = hashedAsset("book", "css", inBothThemes(SHEETS.map(read).join("\n")));
