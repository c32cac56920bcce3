import { useState } from "react";

/** What was typed into a dialog that was put away, until it is saved: whoever opens it again finds it. */
const kept = new Map<string, unknown>();

interface Typing<Draft> {
  readonly draft: Draft;
  /** Found as it was left */
  readonly isFound: boolean;
  change(change: Partial<Draft>): void;
  forget(): void;
}

export function useKeptTyping<Draft extends object>(name: string, blank: () => Draft): Typing<Draft> {
  const [isFound] = useState(() => kept.has(name));
  const [draft, setDraft] = useState<Draft>(() => (kept.get(name) as Draft | undefined) ?? blank());
  return {
    ...{ draft, isFound },
    change: (change) => {
      const next = { ...draft, ...change };
      kept.set(name, next);
      setDraft(next);
    },
    forget: () => void kept.delete(name),
  };
}
