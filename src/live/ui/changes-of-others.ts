import { liveState, setLiveState } from "./live-state.ts";

const MARKED_MS = 6_000;
/** A screen reader says how many changes there were, not each, and not all the time. */
const TOLD_AFTER_MS = 1_500;
const QUIET_MS = 10_000;

/** Marks for a while what somebody else changed. */
export function changesOfOthers() {
  const marks = new Map<string, ReturnType<typeof setTimeout>>();
  let untold = new Set<string>();
  let telling: ReturnType<typeof setTimeout> | undefined;

  const unmark = (appointment: string) => {
    marks.delete(appointment);
    setLiveState({ changed: new Set(marks.keys()) });
  };
  const tell = () => {
    const count = untold.size;
    untold = new Set();
    if (count > 0 || liveState().told !== null) setLiveState({ told: count || null });
    telling = count > 0 ? setTimeout(tell, QUIET_MS) : undefined;
  };
  return {
    add: (appointment: string) => {
      clearTimeout(marks.get(appointment));
      marks.set(appointment, setTimeout(unmark, MARKED_MS, appointment));
      setLiveState({ changed: new Set(marks.keys()) });
      untold.add(appointment);
      telling ??= setTimeout(tell, TOLD_AFTER_MS);
    },
    stop: () => {
      clearTimeout(telling);
      for (const timer of marks.values()) clearTimeout(timer);
    },
  };
}
