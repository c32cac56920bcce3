import { sourceFiles } from "./source-files.ts";

/** src/text/greek-words.ts: all Greek words as one type, so that a key or a value that there is not does not compile. */
export async function wordTypes(): Promise<string> {
  const catalogues = [...(await sourceFiles(["src/text/el"])).values()].map((text) => JSON.parse(text));
  const words = JSON.stringify(Object.assign({}, ...catalogues), null, 2);
  return `/** Written by \`npm run words\` from the catalogues in src/text/el. */\nexport type GreekWords = ${words};\n`;
}
