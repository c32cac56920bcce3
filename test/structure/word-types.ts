import { catalogues } from "./catalogues.ts";

/** src/text/greek-words.ts: all Greek words as one type, so that a key or a value that there is not does not compile. */
export async function wordTypes(): Promise<string> {
  const words = JSON.stringify(Object.assign({}, ...(await catalogues("el")).values()), null, 2);
  return `/** Written by \`npm run words\` from the catalogues in src/text/el. */\nexport type GreekWords = ${words};\n`;
}
