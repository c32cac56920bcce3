import { useState } from "react";
import { markUnsaved } from "./unsaved.ts";

/** What was typed into a form that was left, until it is saved: whoever opens it again finds it. */
const kept = new Map<string, unknown>();

function keep(name: string, draft: unknown): void {
  kept.set(name, draft);
  markUnsaved(name, true);
}

function forget(name: string): void {
  kept.delete(name);
  markUnsaved(name, false);
}

interface Typing<Draft> {
  readonly draft: Draft;
  /** Found as it was left, not begun anew */
  readonly isFound: boolean;
  change(change: Partial<Draft>): void;
  /** Begins anew */
  restart(): void;
  /** Saved: there is nothing more to keep */
  forget(): void;
}

export function useKeptTyping<Draft extends object>(name: string, blank: () => Draft): Typing<Draft> {
  const [isFound, setIsFound] = useState(() => kept.has(name));
  const [first] = useState(blank);
  const [draft, setDraft] = useState<Draft>(() => (kept.get(name) as Draft | undefined) ?? first);
  return {
    ...{ draft, isFound },
    change: (change) => {
      const next = { ...draft, ...change };
      if (isSame(next, first)) forget(name);
      else keep(name, next);
      setDraft(next);
    },
    restart: () => {
      forget(name);
      setIsFound(false);
      setDraft(first);
    },
    forget: () => forget(name),
  };
}

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
