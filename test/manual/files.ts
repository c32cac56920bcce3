import { type Manual, manualOf } from "../../src/help/manual.ts";
import type { Language } from "../../src/text/text.ts";
import { ROOT, sourceFiles } from "../structure/source-files.ts";

export const MANUAL_FOLDER = "docs/manual";

export const fileOf = (language: Language, name: string): string => `${MANUAL_FOLDER}/${language}/${name}.md`;

/** As it stands in the repository. */
export async function readManual(language: Language, root = ROOT): Promise<Manual> {
  return manualOf(Object.fromEntries(await sourceFiles([`${MANUAL_FOLDER}/${language}`], root)));
}
