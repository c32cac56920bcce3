import { afterPress } from "../../kit/pressed.ts";
import { createStore, useStore } from "../../kit/store.ts";
import type { FillingSeen, LiveEvents } from "../events.ts";

/** The other desks, as this page knows them. One store for the page, because one connection serves all of it. */
export interface LiveState {
  /** Whose desks they are; null: nobody's yet */
  readonly office: string | null;
  /** Lost: the page may be old, and asks by itself from time to time */
  readonly status: "starting" | "live" | "lost";
  /** By the server, when it was last heard */
  readonly clock: LiveEvents["beat"] | null;
  readonly fillings: readonly FillingSeen[];
  /** Appointments that somebody else has just changed */
  readonly changed: ReadonlySet<string>;
  /** How many of them to tell who can't see it; null: nothing to tell */
  readonly told: number | null;
  /** How many wait in the office, to tell the same people; null: nothing to tell */
  readonly waiting: number | null;
}

export const INITIAL_LIVE_STATE: LiveState = {
  office: null,
  status: "starting",
  clock: null,
  fillings: [],
  changed: new Set(),
  told: null,
  waiting: null,
};

const store = createStore(INITIAL_LIVE_STATE);

export const liveState = store.get;

export const setLiveState = (change: Partial<LiveState>): void =>
  afterPress(() => store.set((now) => ({ ...now, ...change })));

/** `select` answers with a part of the state, or with a text or number made of it. */
export const useLive = <Part>(select: (state: LiveState) => Part): Part => useStore(store, select);
