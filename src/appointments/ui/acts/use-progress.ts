import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../../kit/failure.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { OutOfTurnReason } from "../../../waiting/turn-reasons.ts";
import type { Step } from "../../acts.ts";
import type { Appointment } from "../../contract.ts";
import { fullName } from "../../person.ts";
import { rememberAppointment } from "../queries.ts";
import { asksTurnReason } from "../waiting/line/turn-reason.ts";
import { isCounterBusy, useBusyCounter } from "../waiting/use-busy-counter.ts";
import { postCall, take } from "./acts.ts";
import { useTakeBack } from "./use-take-back.ts";

interface Taken {
  readonly appointment: Appointment;
  readonly step: Step | "call";
  readonly reason?: OutOfTurnReason;
}

/**
 * One step at the counter: the plan shows the server's answer at once, and the message offers to take it back. A service
 * that begins beside another one is asked about first.
 */
export function useProgress() {
  const t = useText();
  const queryClient = useQueryClient();
  const toast = useToasts();
  const takeBack = useTakeBack();
  const busy = useBusyCounter();
  const taking = useMutation({
    mutationFn: ({ appointment, step, reason }: Taken) =>
      step === "call" ? postCall(appointment, reason) : take(appointment, step, reason),
    onSuccess: (after, { step }) => {
      rememberAppointment(queryClient, after);
      const text = t(`plan.done-${step}`, { name: fullName(after, t) });
      toast.show({ text, about: after.id, undo: { act: t(`plan.act-${step}`), run: () => takeBack(after) } });
    },
    onError: async (error, taken) => {
      const { appointment } = taken;
      const { office, id } = appointment;
      const name = fullName(appointment, t);
      if (asksTurnReason(error, { name, take: (reason) => taking.mutate({ ...taken, reason }) })) return;
      if (isCounterBusy(error)) {
        await busy.lookAgain(appointment);
        if (busy.asks(appointment)) return;
      }
      toast.show({ tone: "error", text: sentenceOf(error, t, t("shell.noAnswerAct")) });
      void queryClient.invalidateQueries({ queryKey: ["day", office] });
      void queryClient.invalidateQueries({ queryKey: ["appointment", office, id] });
    },
  });
  return {
    /** The appointment whose step is on its way */
    pendingOn: taking.isPending ? taking.variables.appointment.id : null,
    take: ({ appointment, step }: Taken): void => {
      if (step === "service-start" && busy.asks(appointment)) return;
      taking.mutate({ appointment, step });
    },
  };
}
