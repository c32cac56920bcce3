import { useEffect, useState } from "react";
import type { Choices } from "../decisions.ts";

interface Decisions {
  readonly own: Choices;
  /** Who stays on the list for now */
  readonly later: ReadonlySet<string>;
}

const NOTHING_DECIDED: Decisions = { own: new Map(), later: new Set() };
const kept = new Map<string, Decisions>();

/** What the head has decided so far stays for as long as the page is open, whatever she looks at meanwhile. */
export function useKeptDecisions(office: string) {
  const [decisions, setDecisions] = useState(() => kept.get(office) ?? NOTHING_DECIDED);
  useEffect(() => {
    kept.set(office, decisions);
  }, [office, decisions]);
  return [decisions, setDecisions] as const;
}
