import { useEffect, useState } from "react";
import type { Choices } from "../decisions.ts";

interface Decisions {
  readonly own: Choices;
  /** Appointments that stay on the list for now */
  readonly later: ReadonlySet<string>;
}

const NOTHING_DECIDED: Decisions = { own: new Map(), later: new Set() };
const drafts = new Map<string, Decisions>();

/** The decisions of the head so far stay as long as the tab is open, on whatever page the head is meanwhile. */
export function useDraftDecisions(office: string) {
  const [decisions, setDecisions] = useState(() => drafts.get(office) ?? NOTHING_DECIDED);
  useEffect(() => {
    drafts.set(office, decisions);
  }, [office, decisions]);
  return [decisions, setDecisions] as const;
}
