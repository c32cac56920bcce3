import { INTERPRETERS, type Interpreter, interpreterName } from "./interpreters.ts";

/** Languages that are spoken, as an office says that somebody interprets them there. Pure, browser-safe. */

export const SPOKEN = INTERPRETERS.filter((each) => each !== "gss");

/** «sq,ar» as it is stored; what no list has is passed over. */
export const spokenLanguages = (stored: string | null): readonly Interpreter[] | null =>
  stored === null ? null : SPOKEN.filter((each) => stored.split(",").includes(each));

/** «Αλβανικά, Αραβικά» */
export const spokenNames = (languages: readonly Interpreter[], language: "el" | "en"): string =>
  languages.map((each) => interpreterName(each, language, "")).join(", ");
