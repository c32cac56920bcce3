import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../../../kit/failure.ts";
import { currentIn } from "../../../../kit/form/send.ts";
import { useText } from "../../../../kit/text.tsx";
import { useToasts } from "../../../../kit/toasts.tsx";
import type { Interpretation } from "../../../../text/interpreters.ts";
import type { Appointment } from "../../../contract.ts";
import { patchAppointment } from "../../acts/acts.ts";
import { useTakeBack } from "../../acts/use-take-back.ts";
import { rememberAppointment } from "../../queries.ts";

/** Notes whether somebody interprets at a visit; null: nothing is known any more. What a colleague noted meanwhile is shown. */
export function useInterpretation(appointment: Appointment) {
  const t = useText();
  const queryClient = useQueryClient();
  const toast = useToasts();
  const takeBack = useTakeBack();
  return useMutation({
    mutationFn: (interpretation: Interpretation | null) =>
      patchAppointment(appointment, appointment.version, { interpretation }),
    onSuccess: (after, interpretation) => {
      rememberAppointment(queryClient, after);
      const text = interpretation
        ? t("panel.done-interpretation", { answer: t(`plan.interpretation-${interpretation}`) })
        : t("panel.done-interpretation-null");
      toast.show({ text, about: after.id, undo: { act: t("panel.interpreter"), run: () => takeBack(after) } });
    },
    onError: (error) => {
      const current = currentIn(error);
      if (current) rememberAppointment(queryClient, current as Appointment);
      toast.show({ tone: "error", text: sentenceOf(error, t, t("shell.noAnswerAct")) });
    },
  });
}
