import type { Finding } from "./finding.ts";
import { type Files, isSource } from "./source-files.ts";

const LONGEST = 400;
const IS_DATA = /^src\/text\/greek-words\.ts$|^db\/schema\.sql$/;

/** Nothing is longer than this but what is written down by itself. */
export function fileSizeFindings(files: Files): Finding[] {
  return [...files]
    .filter(([file]) => (isSource(file) || /\.(css|sql|mjs)$/.test(file)) && !IS_DATA.test(file))
    .map(([file, text]) => ({ file, lines: text.trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > LONGEST)
    .map(({ file, lines }) => ({ file, message: `${lines} lines; is it one thing?` }));
}
