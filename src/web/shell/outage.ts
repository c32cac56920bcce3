import { useState } from "react";

/** How long there was no connection, by the server's clock */
export interface Outage {
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

interface Heard {
  readonly date: string;
  readonly time: string;
}

/** @param lostAt since when there is no connection @param heard what the server's clock last said */
export function useOutage(lostAt: string | undefined, heard: Heard | undefined) {
  const [state, setState] = useState<OutageState>(NO_OUTAGE);
  const next = afterHearing(state, lostAt, heard);
  if (next !== state) setState(next);
  return { outage: next.over, dismiss: () => setState(NO_OUTAGE) };
}

interface OutageState {
  readonly lostAt: string | null;
  readonly over: Outage | null;
}

const NO_OUTAGE: OutageState = { lostAt: null, over: null };

/** It is over with the first answer after it. One over midnight is no outage of this day. Pure. */
export function afterHearing(state: OutageState, lostAt: string | undefined, heard: Heard | undefined): OutageState {
  if (lostAt !== undefined) return state.lostAt === null ? { lostAt, over: null } : state;
  if (state.lostAt === null || !heard || heard.time === state.lostAt) return state;
  const over = { date: heard.date, from: state.lostAt, to: heard.time };
  return { lostAt: null, over: over.from < over.to ? over : null };
}
