import type { Finding } from "./finding.ts";
import { sourceFiles } from "./source-files.ts";

export type Words = { readonly [key: string]: string | Words };

/** By the names of their files below a language's folder, such as "panel.json". */
export async function catalogues(language: string): Promise<ReadonlyMap<string, Words>> {
  const folder = `src/text/${language}`;
  const files = await sourceFiles([folder]);
  return new Map([...files].map(([file, text]) => [file.slice(folder.length + 1), JSON.parse(text)]));
}

/** Greek and English say the same things, with the same values in them. */
export function catalogueFindings(file: string, el: Words, en: Words): Finding[] {
  const [greek, english] = [flat(el), flat(en)];
  const keys = [...new Set([...greek.keys(), ...english.keys()])];
  return keys.flatMap((key) => {
    const [a, b] = [greek.get(key), english.get(key)];
    const message = fault(a, b);
    return message ? [{ file, message: `${key} ${message}` }] : [];
  });
}

const COUNTED =
  "ραντεβού|ΚΕΠ|γραμμ(ή|ές)|πεδί(ο|α)|ημέρ(α|ες)|ώρ(α|ες)|λεπτ(ό|ά)|δευτερόλεπτ(ο|α)|εβδομάδ(α|ες)|χαρακτήρες|ψηφί(ο|α)|" +
  "γράμματα|πρόσωπ(ο|α)|κλήσ(η|εις)|πρόβλημα|προβλήματα|αλλαγ(ή|ές)|υπηρεσί(α|ες)|ουρ(ά|ές)|άτομ(ο|α)|e-mail|MB|GB|ω|λ";
const NUMBERS =
  "count|n|days|minutes|seconds|max|min|weeks|hours|digits|letters|length|slotMinutes|rows|shown|offices|concerned|found|" +
  "appointments|free|added";
/** Behind a number these count nothing: it may stand at the end of a line. */
const LOOSE =
  "χωρίς|που|έως|από|και|ή|να|σε|στη|στην|κάθε|ακόμη|νωρίτερα|δεν|χωρά|χωρούν|θέλει|θέλουν|υπάρχει|υπάρχουν|έχει|έχουν|" +
  "μένει|μένουν|εξυπηρετήθηκε|εξυπηρετήθηκαν|ολοκληρώθηκε|ολοκληρώθηκαν";
const BREAKABLE = [
  new RegExp(`\\{\\{(${NUMBERS})\\}\\} (?!(${LOOSE})(?!\\p{L}))[\\p{L}-]+`, "u"),
  new RegExp(`(?<![\\d:.])\\d+ (${COUNTED})(?!\\p{L})`, "u"),
];

/** A number and what it counts stay in one line: between them stands a space that does not break. */
export function breakableFindings(file: string, greek: Words): Finding[] {
  return [...flat(greek)].flatMap(([key, text]) => {
    const found = BREAKABLE.flatMap((pair) => pair.exec(text)?.[0] ?? []);
    return found.map((pair) => ({ file, message: `${key} may break within "${pair}"; write \\u00a0 between them` }));
  });
}

/** Behind the number of one and of many they read alike */
const ALIKE: Readonly<Record<"el" | "en", RegExp>> = {
  el: new RegExp(`^(ραντεβού|ΚΕΠ|e-mail|την|${LOOSE})$`, "u"),
  en: /^(KEP|a|after|archived|at|coming|each|earlier|free|left|more|not|of|other|over|public|served|temporary|that|waiting)$/,
};
const BEHIND_NUMBER = /\{\{(?:count|n)\}\}[ \u00a0]([\p{L}-]+)/gu;
/** Of these there are two at least. */
const NEVER_ONE = [
  "command.jobs.summary",
  "diary.allSheets",
  "entrance.clears",
  "letter.about",
  "search.in-days",
  "visit.about",
];

/** «1 εγγραφές»: what i18next counts has words for one, and they are not those for many. */
export function numberFindings(language: "el" | "en", files: ReadonlyMap<string, Words>): Finding[] {
  const texts = [...files].flatMap(([file, words]) => [...flat(words)].map(([key, text]) => ({ file, key, text })));
  const keys = new Set(texts.map(({ file, key }) => `${file} ${key}`));
  const behind = (text: string) =>
    [...text.matchAll(BEHIND_NUMBER)].map(([, word = ""]) => word).filter((word) => !ALIKE[language].test(word));
  const ofMany = new Set(texts.filter(({ key }) => key.endsWith("_other")).flatMap(({ text }) => behind(text)));
  return texts.flatMap(({ file, key, text }) => {
    if (key.endsWith("_other"))
      return keys.has(`${file} ${key.replace(/other$/, "one")}`)
        ? []
        : [{ file, message: `${key} has no words for one` }];
    const isCounted = key.endsWith("_one") || text.includes("{{count}}");
    const wrong = isCounted && !NEVER_ONE.includes(key) ? behind(text).filter((word) => ofMany.has(word)) : [];
    return wrong.map((word) => ({ file, message: `${key} may say "1 ${word}"` }));
  });
}

const PRESSED = /[ππΠ]ατήστε (?:ξανά )?«([^«»{]+)»|[pP]ress “([^“”{]+)”/gu;
/** Drawn on its button, whose name stands in brackets behind it */
const DRAWN = ["+"];

/** Whoever is told to press something finds a button that is called so. */
export function buttonFindings(file: string, words: Words, all: readonly Words[]): Finding[] {
  const named = new Set(all.flatMap((one) => [...flat(one).values()].map(asOnButton)));
  return [...flat(words)].flatMap(([key, text]) =>
    [...text.matchAll(PRESSED)]
      .map(([, greek, english]) => asOnButton(greek ?? english ?? ""))
      .filter((name) => !named.has(name) && !DRAWN.includes(name))
      .map((name) => ({ file, message: `${key} says to press "${name}", which is called otherwise` })),
  );
}

const asOnButton = (text: string): string => text.replaceAll(/[\u00ad…]/g, "").trim();

function fault(greek: string | undefined, english: string | undefined): string | null {
  if (greek === undefined) return "has no Greek words";
  if (english === undefined) return "has no English words";
  if (greek.trim() === "" || english.trim() === "") return "is empty";
  const strange = [...valuesIn(english)].filter((name) => !valuesIn(greek).has(name));
  return strange.length > 0 ? `names ${strange.join(", ")} in English only` : null;
}

export const valuesIn = (text: string) =>
  new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? ""));

export function flat(words: Words, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === "string" ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}
