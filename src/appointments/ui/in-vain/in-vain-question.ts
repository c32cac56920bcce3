import { createStore } from "../../../kit/store.ts";
import type { ServedVisit } from "../../../waiting/contract.ts";

/** A visit served earlier today, of which it is asked from its row or card whether it was in vain. */
export const inVainQuestion = createStore<ServedVisit | null>(null);

export const askInVain = (visit: ServedVisit): void => inVainQuestion.set(() => visit);
