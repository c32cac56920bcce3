import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../../kit/failure.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { Text } from "../../../text/text.ts";
import type { Ticket } from "../../../waiting/contract.ts";
import type { OutOfTurnReason } from "../../../waiting/turn-reasons.ts";
import { asksTurnReason } from "./line/turn-reason.ts";
import { useBusyCounter } from "./use-busy-counter.ts";
import { ticketName } from "./visit-name.ts";
import { postTicketAct, rememberTicket, type TicketStep } from "./waiting-queries.ts";

interface TicketActParams {
  readonly ticket: Ticket;
  readonly act: TicketStep;
  /** Whose counter calls, and its name */
  readonly queue: { readonly number: number; readonly name: string };
  readonly reason?: OutOfTurnReason;
}

/** One act on a number; the message offers to take it back. */
export function useTicketAct() {
  const t = useText();
  const toast = useToasts();
  const queryClient = useQueryClient();
  const { alsoServed } = useBusyCounter();
  const beside = ({ queue, ...ticket }: Ticket) =>
    queue === null ? "" : alsoServed({ ...ticket, queue, counter: null });
  const takeBack = async (ticket: Ticket) => {
    const after = await postTicketAct(ticket, "undo", null);
    rememberTicket(queryClient, after);
    toast.show({ text: t("waiting.done-undo", { number: ticketName(ticket, t) }) + beside(after), about: ticket.id });
  };
  const acting = useMutation({
    mutationFn: ({ ticket, act, queue, reason }: TicketActParams) =>
      postTicketAct(ticket, act, { queue: queue.number, reason }),
    onSuccess: (after, { act, queue }) => {
      rememberTicket(queryClient, after);
      const done = t(`waiting.done-${act}`, { number: ticketName(after, t), queue: queue.name });
      const text = act === "undo" ? done + beside(after) : done;
      toast.show({
        text,
        about: after.id,
        ...(act !== "undo" && { undo: { act: actName(act, t), run: () => takeBack(after) } }),
      });
    },
    onError: (error, params) => {
      const { office, id } = params.ticket;
      const name = ticketName(params.ticket, t);
      if (asksTurnReason(error, { name, take: (reason) => acting.mutate({ ...params, reason }) })) return;
      toast.show({ tone: "error", text: sentenceOf(error, t, t("shell.noAnswerAct")), about: id });
      void queryClient.invalidateQueries({ queryKey: ["tickets", office] });
    },
  });
  return acting;
}

const actName = (act: Exclude<TicketStep, "undo">, t: Text): string =>
  act === "call" ? t("plan.act-call") : t(`waiting.act-${act}`);
