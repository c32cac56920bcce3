/** A catalogue: words under their keys, in sections. A key may have dots of its own: "online.limit". */
export interface WordTree {
  readonly [key: string]: string | WordTree;
}

export type Values = Readonly<Record<string, unknown>>;

/**
 * The words of the first key that has any, with the values in them; none has: the last key. What stands for a number comes
 * in the language's own forms (Unicode's plural rules): `waits_one`, `waits_other`, and `waits_zero` for none. The format
 * is that of i18next, with which the tests compare it.
 */
export function say(words: WordTree, language: string, keys: readonly string[], values?: Values): string {
  for (const key of keys) {
    const found = values === undefined ? find(words, key) : findCounted(words, language, key, values.count);
    if (found !== undefined) return values === undefined ? found : withValues(found, values);
  }
  return keys.at(-1) ?? "";
}

function findCounted(words: WordTree, language: string, key: string, count: unknown): string | undefined {
  if (typeof count !== "number") return find(words, key);
  const none = count === 0 ? find(words, `${key}_zero`) : undefined;
  return none ?? find(words, `${key}_${formOf(language, count)}`) ?? find(words, key);
}

const rules = new Map<string, Intl.PluralRules>();

function formOf(language: string, count: number): Intl.LDMLPluralRule {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known.select(count);
}

function find(words: WordTree, key: string): string | undefined {
  const whole = words[key];
  if (typeof whole === "string") return whole;
  for (let dot = key.indexOf("."); dot > 0; dot = key.indexOf(".", dot + 1)) {
    const section = words[key.slice(0, dot)];
    const found = typeof section === "object" ? find(section, key.slice(dot + 1)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A value is put in as it is: whatever it says, nothing of it is looked for once more. One that was not given stays marked. */
const withValues = (text: string, values: Values): string =>
  text.includes("{{")
    ? text.replaceAll(/\{\{(\w+)\}\}/g, (mark, name) =>
        Object.hasOwn(values, name) ? String(values[name] ?? "") : mark,
      )
    : text;
