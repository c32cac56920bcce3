import { useState } from "react";
import { z } from "zod";

export type Draft = Readonly<Record<string, string>>;

const draft = z.record(z.string(), z.string());

/** What is typed into a form stays for as long as the window, whatever is looked at meanwhile. */
export function useKept(name: string, empty: Draft): readonly [Draft, (draft: Draft) => void, () => void] {
  const key = `ministry ${name}`;
  const [kept, setKept] = useState(() => ({ ...empty, ...read(key) }));
  const keep = (value: Draft) => {
    sessionStorage.setItem(key, JSON.stringify(value));
    setKept(value);
  };
  return [kept, keep, () => sessionStorage.removeItem(key)];
}

function read(key: string): Draft {
  try {
    return draft.parse(JSON.parse(sessionStorage.getItem(key) ?? "{}"));
  } catch {
    return {};
  }
}
