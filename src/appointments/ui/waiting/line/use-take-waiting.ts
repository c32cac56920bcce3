import { useText } from "../../../../kit/text.tsx";
import type { Waiting } from "../../../../waiting/rules.ts";
import type { WaitingLine } from "../use-line.ts";
import { useNext } from "../use-next.ts";
import { visitName } from "../visit-name.ts";
import { askTurnReason } from "./turn-reason.ts";

/** Takes somebody who waits to the counter: whoever is first at once, anybody else with a reason. */
export function useTakeWaiting(office: string, { counter, first }: WaitingLine) {
  const t = useText();
  const next = useNext(office);
  return {
    isPending: next.isPending,
    take: (one: Waiting): void => {
      if (next.isPending) return;
      const { appointment, ticket } = one;
      const pressed = { queue: counter.number, served: counter.served, starts: { appointment, ticket } };
      if (one.id === first?.id || one.counter === counter.number) next.mutate(pressed);
      else askTurnReason({ name: visitName(one, t), take: (reason) => next.mutate({ ...pressed, reason }) });
    },
  };
}
