import type { Files } from "../structure/source-files.ts";

/** One fault to plant: a part of a file that something else stands in place of. */
export interface Mutant {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

const LONGEST = 120;

export const planted = (text: string, { start, end, replacement }: Mutant): string =>
  text.slice(0, start) + replacement + text.slice(end);

/** The line, what stands there and what is put there, on one line each */
export function inWords(mutant: Mutant, files: Files): string {
  const line = String(files.get(mutant.file)).slice(0, mutant.start).split("\n").length;
  return `${mutant.file}:${line} \`${faultOf(mutant, files)}\``;
}

/** By which a fault is known though lines move */
export const faultOf = ({ file, start, end, replacement }: Mutant, files: Files): string =>
  `${onOneLine(String(files.get(file)).slice(start, end))} → ${onOneLine(replacement)}`;

function onOneLine(part: string): string {
  const line = part.replaceAll(/\s+/g, " ").replaceAll("`", "'").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line || "nothing";
}
