import { useEffect, useState } from "react";
import { setLiveState } from "../../../live/ui/live-state.ts";
import { createCountTeller } from "./count-teller.ts";

/** Whoever does not see the bar hears how many wait, where the page says what others have changed. @param count null: not known yet */
export function useCountTeller(count: number | null): void {
  const [teller] = useState(() => createCountTeller((waiting) => setLiveState({ waiting })));
  useEffect(() => {
    if (count !== null) teller.set(count);
  }, [teller, count]);
  useEffect(() => teller.stop, [teller]);
}
