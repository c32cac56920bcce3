import { catalogues, type Words } from "./catalogues.ts";

/**
 * src/text/greek-words.ts: the key of each Greek word and the values that stand in it as one type, so that a key or a value
 * that there is not does not compile. What the word says is left out: the compiler would carry it through every call.
 */
export async function wordTypes(): Promise<string> {
  const words = typeOf(Object.assign({}, ...(await catalogues("el")).values()));
  return `/** Written by \`npm run words\` from the catalogues in src/text/el: the values of each word. */\nexport type GreekWords = ${words};\n`;
}

function typeOf(words: Words | string, indent = ""): string {
  if (typeof words === "string") return valuesOf(words);
  const within = Object.entries(words).map(
    ([key, each]) => `${indent}  ${JSON.stringify(key)}: ${typeOf(each, `${indent}  `)};\n`,
  );
  return `{\n${within.join("")}${indent}}`;
}

function valuesOf(text: string): string {
  const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => `"${name}"`);
  return names.length === 0 ? '""' : [...new Set(names)].sort().join(" | ");
}
