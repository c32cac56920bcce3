import { readFileSync } from "node:fs";
import { hashedAsset } from "../../platform/http/hashed-assets.ts";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

/** Without comments, and with what the variables are written out: phones of 2014 know none. Pure. */
export function flattened(sheet: string, tokens: string): string {
  const bare = (text: string) => text.replaceAll(/\/\*.*?\*\//gs, "");
  const values = new Map([...bare(tokens).matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
  const tokenOf = (name: string): string => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`No token is called ${name}.`);
    return value;
  };
  return bare(sheet)
    .replaceAll(/var\(--[\w-]+, (var\(--[\w-]+\))\)/g, "$1")
    .replaceAll(/var\((--[\w-]+)\)/g, (_all, name: string) => tokenOf(name))
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ?([{};,]) ?/g, "$1")
    .replaceAll(";}", "}")
    .trim();
}

/** As the staff's pages have them. */
const OF_BOTH = ["base", "button", "field", "note"];
const OWN = ["base", "controls", "parts", "finder", "days", "visit", "shared", "narrow", "paper"];
const SHEETS = [
  ...OF_BOTH.map((name) => `../../kit/styles/${name}.css`),
  ...OWN.map((name) => `./styles/citizens-${name}.css`),
];

export const STYLE = hashedAsset(
  "book",
  "css",
  flattened(SHEETS.map(read).join("\n"), read("../../kit/styles/tokens.css")),
);
