import type { Office } from "../../../offices/contract.ts";
import type { Ticket } from "../../../waiting/contract.ts";
import { hindranceBy } from "../../statuses.ts";
import { askBusyCounter } from "./use-busy-counter.ts";
import type { ServingCounter } from "./use-line.ts";
import { useNext } from "./use-next.ts";
import { useTicketAct } from "./use-ticket-act.ts";
import type { TicketStep } from "./waiting-queries.ts";

export type TicketMenuAct = TicketStep | "start";

const STEP_OF = {
  start: "service-start",
  call: "call",
  completion: "completion",
  departure: "departure",
  // Of whoever waits, as a call.
  priority: "call",
  undo: "undo",
} as const;

/** What can be done with a number as it stands, the next step first. */
export const ticketActsOn = ({ status, statutory }: Ticket): TicketMenuAct[] =>
  (Object.keys(STEP_OF) as TicketMenuAct[])
    .filter((act) => hindranceBy(status, STEP_OF[act]) === null)
    .filter((act) => act !== "priority" || !statutory);

/** Does it at a counter; where somebody is served there, it is asked whose visit goes on. */
export function useTicketMenu(office: Office, { served, ...queue }: ServingCounter) {
  const next = useNext(office.code);
  const acting = useTicketAct();
  const isPending = next.isPending || acting.isPending;
  return {
    isPending,
    choose: (ticket: Ticket, act: TicketMenuAct, trigger: Element | null): void => {
      if (isPending) return;
      const starts = { appointment: null, ticket };
      if (act !== "start") acting.mutate({ ticket, act, queue });
      else if (served.length === 0) next.mutate({ queue: queue.number, served, starts });
      else askBusyCounter({ queue: queue.number, starts, served, trigger });
    },
  };
}
