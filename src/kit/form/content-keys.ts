/**
 * One key for each content of a form. Repeating the same content after a lost answer repeats its key, so that it
 * happens once; other content is another act. Earlier contents keep theirs: a word that is changed and changed back
 * asks for the first act again.
 */
export type KeyOf = (content: unknown) => string;

export function contentKeys(newKey: () => string = () => crypto.randomUUID()): KeyOf {
  const keys = new Map<string, string>();
  return (content) => {
    const text = JSON.stringify(content);
    const key = keys.get(text) ?? newKey();
    keys.set(text, key);
    return key;
  };
}
