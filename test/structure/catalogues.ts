import type { Finding } from "./finding.ts";

export type Words = { readonly [key: string]: string | Words };

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

function fault(greek: string | undefined, english: string | undefined): string | null {
  if (greek === undefined) return "has no Greek words";
  if (english === undefined) return "has no English words";
  if (greek.trim() === "" || english.trim() === "") return "is empty";
  const strange = [...valuesIn(english)].filter((name) => !valuesIn(greek).has(name));
  return strange.length > 0 ? `names ${strange.join(", ")} in English only` : null;
}

const valuesIn = (text: string) => new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? ""));

function flat(words: Words, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === "string" ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}
