import { useEffect, useRef } from "react";
import { LOOKED_AT_MS } from "../../../../../kit/form/arming.ts";
import type { Gone } from "../times-state.ts";

/** @returns whether the place was lost so short a time ago that a press is still meant for it */
export function useJustLost(gone: Gone | null): () => boolean {
  const since = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    since.current = gone ? performance.now() : Number.NEGATIVE_INFINITY;
  }, [gone]);
  return () => performance.now() - since.current < LOOKED_AT_MS;
}
