import { useShortcuts } from "../../../kit/shortcuts.ts";
import type { Act } from "../../acts.ts";
import { ACT_KEYS } from "../act-keys.ts";

/** The keys of the appointment that is open, unless the focus is on another one in the plan or the table beside. */
export function usePanelActKeys(attempt: (act: Act) => void): void {
  const acts = Object.entries(ACT_KEYS).map(([code, act]) => [code, () => isElsewhere() || attempt(act)] as const);
  useShortcuts(Object.fromEntries(acts));
}

const isElsewhere = (): boolean =>
  document.activeElement !== document.body && document.activeElement?.closest(".day__panel") === null;
