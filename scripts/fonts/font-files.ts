import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

export const FONTS = fileURLToPath(new URL("../../src/kit/styles/fonts/", import.meta.url));
const WHOLE = fileURLToPath(new URL("../../node_modules/@fontsource-variable/noto-sans/files/", import.meta.url));

/** What our texts need of a font's: pairs, marks above letters, and digits of one width */
const FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk", "tnum"];

/** The staff program's fonts by name, as src/kit/styles/fonts.css declares them: its signs, and the weights between its two. */
export async function fontFiles(): Promise<ReadonlyMap<string, Buffer>> {
  const styles = await readFile(`${FONTS}../fonts.css`, "utf8");
  const files = new Map<string, Buffer>();
  for (const face of styles.split("@font-face").slice(1)) files.set(nameOf(face), await subsetOf(face));
  return files;
}

const nameOf = (face: string): string => found(face, /\/fonts\/([\w-]+\.woff2)"/);

async function subsetOf(face: string): Promise<Buffer> {
  const [script = ""] = nameOf(face).split(/[-.]/);
  const [min = 0, max = 0] = found(face, /font-weight: (\d+ \d+);/)
    .split(" ")
    .map(Number);
  return subsetFont(await readFile(`${WHOLE}noto-sans-${script}-wght-normal.woff2`), signsOf(face), {
    targetFormat: "woff2",
    variationAxes: { wght: { min, max } },
    keepFeatures: FEATURES,
    noHinting: true,
  });
}

/** "U+0041-0043, U+20AC" → "ABC€" */
const signsOf = (face: string): string =>
  found(face, /unicode-range: ([^;]+);/)
    .split(", ")
    .flatMap((range) => {
      const [first = 0, last = first] = range
        .slice(2)
        .split("-")
        .map((code) => Number.parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
    })
    .join("");

/** @throws where a face does not say it */
function found(face: string, words: RegExp): string {
  const value = words.exec(face)?.[1];
  if (!value) throw new Error(`A face in fonts.css lacks ${words.source}`);
  return value;
}
