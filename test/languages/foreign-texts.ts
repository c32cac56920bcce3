import { readdir, readFile } from "node:fs/promises";
import { type CitizensLanguage, writingDirection } from "../../src/text/languages.ts";

/** Words in another script than the language that stands over them has: nobody's screen reader can say them. */
export function foreignTexts(html: string, own: ReadonlySet<string>): string[] {
  return texts(html).flatMap(({ text, language }) => {
    const foreign = FOREIGN[language as CitizensLanguage];
    if (!foreign) return [`${text} stands in no language: ${language}`];
    const words = (text.match(foreign) ?? []).filter((word) => !own.has(word.toLowerCase()));
    return words.length > 0 ? [`${language}: ${words.join(" ")} in "${text.trim().slice(0, 80)}"`] : [];
  });
}

/** Words that are there in the English catalogue of services and offices, and stand under another language. */
export const englishElsewhere = (html: string, english: readonly string[]): string[] =>
  texts(html).flatMap(({ text, language }) =>
    language === "en" ? [] : english.filter((words) => text.includes(words)).map((words) => `${language}: ${words}`),
  );

/** Whoever reads in one of these has no letters of the others; a Greek reads Latin ones every day. */
const FOREIGN: Readonly<Record<CitizensLanguage, RegExp>> = {
  el: /[\p{Script=Cyrillic}\p{Script=Arabic}]{2,}/gu,
  en: /[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}]{2,}/gu,
  sq: /[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}]{2,}/gu,
  uk: /[\p{Script=Greek}\p{Script=Latin}\p{Script=Arabic}]{2,}/gu,
  ar: /[\p{Script=Greek}\p{Script=Latin}\p{Script=Cyrillic}]{2,}/gu,
  ur: /[\p{Script=Greek}\p{Script=Latin}\p{Script=Cyrillic}]{2,}/gu,
};

/** Words that run the other way than the line does, without a direction of their own. */
export const withoutDirection = (html: string): string[] =>
  (html.match(/<[a-z]+\b[^>]*\blang="[a-z]{2}"[^>]*>/g) ?? []).filter((tag) => {
    const language = /\blang="([a-z]{2})"/.exec(tag)?.[1] as CitizensLanguage;
    const page = /<html lang="([a-z]{2})"/.exec(html)?.[1] as CitizensLanguage;
    return writingDirection(language) !== writingDirection(page) && !/\bdir="(ltr|rtl)"/.test(tag);
  });

interface TextInLanguage {
  readonly text: string;
  readonly language: string;
}

const VOID = new Set(["area", "br", "hr", "img", "input", "link", "meta", "path", "use", "col", "wbr"]);

function texts(html: string): TextInLanguage[] {
  const found: TextInLanguage[] = [];
  const open: { readonly name: string; readonly language: string }[] = [];
  const body = html.replaceAll(/<(style|script|title|option)\b[^>]*>.*?<\/\1>/gs, "");
  for (const [, end, name = "", rest = "", text = ""] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>([^<]*)/gi)) {
    if (end) {
      while (open.length > 0 && open.pop()?.name !== name);
    } else if (!VOID.has(name) && !rest.endsWith("/")) {
      const language = /\blang="([a-z]{2})"/.exec(rest)?.[1] ?? open.at(-1)?.language ?? "";
      open.push({ name, language });
    }
    if (text.trim() !== "") found.push({ text, language: open.at(-1)?.language ?? "" });
  }
  return found;
}

/** What is written in another script by everybody: KEP, TAXISnet, PDF; and what the person typed. */
export async function ownWords(language: CitizensLanguage): Promise<ReadonlySet<string>> {
  const folder = new URL(`../../src/text/${language}/`, import.meta.url);
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".json"));
  const all = await Promise.all(names.map((name) => readFile(new URL(name, folder), "utf8")));
  const words = all.join(" ").replaceAll(/\{\{.*?\}\}|"[\w-]+":/g, " ");
  return new Set(
    [...(words.match(/\p{L}{2,}/gu) ?? []), "zhzh", "qwqw", "xyxyx", "example", "gr", language].map((word) =>
      word.toLowerCase(),
    ),
  );
}
