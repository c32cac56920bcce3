import { useSyncExternalStore } from "react";
import type { FillingSeen, LiveEvents } from "../events.ts";

/** What this page knows of the other desks. One for the page, because one connection serves all of it. */
export interface LiveState {
  /** Lost: the page may be old, and asks by itself from time to time */
  readonly status: "starting" | "live" | "lost";
  /** By the server, when it was last heard */
  readonly clock: LiveEvents["beat"] | null;
  readonly fillings: readonly FillingSeen[];
  /** Appointments that somebody else has just changed */
  readonly changed: ReadonlySet<string>;
  /** How many of them to tell who can't see it; null: nothing to tell */
  readonly told: number | null;
}

export const NOTHING_KNOWN: LiveState = {
  status: "starting",
  clock: null,
  fillings: [],
  changed: new Set(),
  told: null,
};

let state = NOTHING_KNOWN;
const listeners = new Set<() => void>();

export const liveState = (): LiveState => state;

export function setLiveState(change: Partial<LiveState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

/** `select` answers with a part of the state, or with a text or number made of it. */
export const useLive = <T>(select: (state: LiveState) => T): T => useSyncExternalStore(subscribe, () => select(state));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
