import { useQueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../../../kit/api.ts";
import { shownAs } from "../../../kit/focus.ts";
import { createStore } from "../../../kit/store.ts";
import { useText } from "../../../kit/text.tsx";
import type { ServedVisit } from "../../../waiting/contract.ts";
import { servingQueueOf } from "../../../waiting/rules.ts";
import type { Appointment } from "../../contract.ts";
import { dayQuery } from "../queries.ts";
import { cachedServedAt } from "./served-at.ts";
import { visitName } from "./visit-name.ts";
import { ticketsQuery } from "./waiting-queries.ts";

/** Somebody is to begin in a queue where others are served: whether they end is asked where it was pressed. */
export interface BusyCounter {
  readonly queue: number;
  readonly starts: ServedVisit;
  /** As it is on the screen */
  readonly served: readonly ServedVisit[];
  readonly trigger: Element | null;
}

export const busyCounter = createStore<BusyCounter | null>(null);

export const askBusyCounter = (asked: BusyCounter): void => busyCounter.set(() => asked);

export const isCounterBusy = (error: Error): boolean =>
  error instanceof ApiProblem && error.problem.code === "counter-busy";

export function useBusyCounter() {
  const queryClient = useQueryClient();
  const t = useText();
  return {
    /** Asks whether the others end; false: as far as is known nobody is served there */
    asks: (appointment: Appointment): boolean => {
      const served = cachedServedAt(queryClient, appointment).filter((each) => each.appointment?.id !== appointment.id);
      if (served.length === 0) return false;
      const starts = { appointment, ticket: null };
      askBusyCounter({ queue: servingQueueOf(appointment), starts, served, trigger: pressedFor(appointment.id) });
      return true;
    },
    lookAgain: async ({ office, date }: Appointment): Promise<void> => {
      await Promise.all([
        queryClient.fetchQuery({ ...dayQuery(office, date), staleTime: 0 }),
        queryClient.fetchQuery({ ...ticketsQuery(office, date), staleTime: 0 }),
      ]);
    },
    /** Two are served at once again after an undoing: said with it */
    alsoServed: (place: Pick<Appointment, "office" | "date" | "queue" | "counter">): string => {
      const served = cachedServedAt(queryClient, place);
      if (served.length < 2) return "";
      return `. ${t("waiting.both-now", { names: served.map((each) => visitName(each, t)).join(", ") })}`;
    },
  };
}

/** Where a key or button was pressed; not every browser gives a button that is clicked the focus. */
function pressedFor(id: string): Element | null {
  const { activeElement } = document;
  return activeElement === document.body ? shownAs("appointment", id) : activeElement;
}
