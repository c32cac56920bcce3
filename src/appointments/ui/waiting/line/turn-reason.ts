import { ApiProblem } from "../../../../kit/api.ts";
import { createStore } from "../../../../kit/store.ts";
import type { OutOfTurnReason } from "../../../../waiting/turn-reasons.ts";

/** Somebody is wanted before others who are due earlier: why is asked, and then it is done with that. */
export interface WantedTurn {
  /** Who, as the page calls them */
  readonly name: string;
  readonly take: (reason: OutOfTurnReason) => void;
  readonly trigger: Element | null;
}

export const wantedTurn = createStore<WantedTurn | null>(null);

export const askTurnReason = (wanted: Omit<WantedTurn, "trigger">): void =>
  wantedTurn.set(() => ({ ...wanted, trigger: document.activeElement }));

/** Whether it was refused because it is not their turn: then the reason is asked. */
export function asksTurnReason(error: Error, wanted: Omit<WantedTurn, "trigger">): boolean {
  const isAsked = error instanceof ApiProblem && (error.problem.errors ?? []).some(({ field }) => field === "reason");
  if (isAsked) askTurnReason(wanted);
  return isAsked;
}
