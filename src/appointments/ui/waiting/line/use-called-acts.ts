import { useText } from "../../../../kit/text.tsx";
import { clockTextOf } from "../../../../platform/time.ts";
import type { Waiting } from "../../../../waiting/rules.ts";
import { useProgress } from "../../acts/use-progress.ts";
import type { WaitingLine } from "../use-line.ts";
import { useNext } from "../use-next.ts";
import { useTicketAct } from "../use-ticket-act.ts";
import { waitingName } from "../visit-name.ts";

/** What can be done with somebody whom this counter has called. */
export function useCalledActs(office: string, { counter, day, now }: WaitingLine, one: Waiting) {
  const t = useText();
  const next = useNext(office);
  const progress = useProgress();
  const onTicket = useTicketAct();
  const { appointment, ticket } = one;
  const calls = day.calls.filter(({ visit, counter: to }) => visit === one.id && to === counter.number);
  const from = calls[0] && Temporal.Instant.from(calls[0].at).add({ minutes: day.line.recallMinutes });
  const isEarly = from !== undefined && Temporal.Instant.compare(now, from) < 0;
  const take = (step: "call" | "departure") => {
    if (appointment) progress.take({ appointment, step });
    if (ticket) onTicket.mutate({ ticket, act: step, queue: counter });
  };
  const isPending = next.isPending || onTicket.isPending || progress.pendingOn !== null;
  return {
    name: waitingName(one, day.numbers, t),
    words: t(calls.length > 1 ? "waiting.called-twice" : "waiting.called-once", {
      times: calls
        .map(({ at }) => at.slice(11, 16))
        .reverse()
        .join(", "),
    }),
    /** null: now */
    recallFrom: isEarly ? clockTextOf(from) : null,
    isPending,
    start: () =>
      !isPending && next.mutate({ queue: counter.number, served: counter.served, starts: { appointment, ticket } }),
    recall: () => !isPending && take("call"),
    leave: () => !isPending && take("departure"),
  };
}
