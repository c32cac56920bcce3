import { useQueryClient } from "@tanstack/react-query";
import { call } from "../../../kit/api.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { Mail } from "../../../mail/contract.ts";
import type { Appointment } from "../../contract.ts";
import { useTakeBack } from "../acts/use-take-back.ts";
import { appointmentMailsQuery, rememberAppointment } from "../queries.ts";

export const postAgain = (office: string, mail: string, idempotencyKey: string): Promise<Mail> =>
  call(`/api/offices/${encodeURIComponent(office)}/mails/${mail}/resend`, { method: "POST", body: {}, idempotencyKey });

/** Says that a letter is on its way once more, and asks again wherever it is told of the letters of this appointment. */
export function useMailResult(): (appointment: Appointment, answer: Appointment | Mail) => void {
  const t = useText();
  const toasts = useToasts();
  const takeBack = useTakeBack();
  const queryClient = useQueryClient();
  return ({ office, id }, answer) => {
    if ("reference" in answer) {
      rememberAppointment(queryClient, answer);
      const text = t("mails.done-corrected", { email: answer.email ?? "" });
      toasts.show({ text, about: id, undo: { act: t("mails.act-corrected"), run: () => takeBack(answer) } });
    } else toasts.show({ text: t("mails.done-again", { email: answer.address }), about: id });
    void queryClient.invalidateQueries({ queryKey: appointmentMailsQuery(office, id).queryKey });
    for (const what of ["day", "mails", "mail-count"]) void queryClient.invalidateQueries({ queryKey: [what, office] });
  };
}
