import { useQueryClient } from "@tanstack/react-query";
import { call } from "../../../kit/api.ts";
import type { Form } from "../../../kit/form/form.ts";
import { currentIn } from "../../../kit/form/send.ts";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-kept.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { Mail } from "../../../mail/contract.ts";
import type { FieldError } from "../../../platform/refusal.ts";
import type { Appointment } from "../../contract.ts";
import { fieldErrors } from "../../rules.ts";
import { patchAppointment } from "../acts/acts.ts";
import { useTakeBack } from "../acts/use-take-back.ts";
import { appointmentMailsQuery, rememberAppointment } from "../queries.ts";

interface Again {
  readonly mail: Mail;
  readonly appointment: Appointment;
  /** The letter is on its way: what asked for it is about to go */
  readonly onDone: () => void;
}

/**
 * Says once more what did not arrive: to a corrected address, which the appointment then has and which is written anyway, or to
 * the same.
 */
export function useAgain({ mail, appointment, onDone }: Again): Form {
  const t = useText();
  const toasts = useToasts();
  const takeBack = useTakeBack();
  const queryClient = useQueryClient();
  const { office, id } = appointment;
  return useForm<Appointment | null>({
    key: useFormKey(`address of ${id}`, office),
    stands: textsOf(appointment),
    version: appointment.version,
    standsIn: (current) => textsOf(current as Appointment),
    faults: addressFaults,
    send: async ({ values: { email = "" }, version = appointment.version, keyOf }) => {
      if (email.trim() !== (appointment.email ?? "")) return patchAppointment(appointment, version, { email });
      await resend(office, mail.id, keyOf({ mail: mail.id }));
      return null;
    },
    onSaved: (changed) => {
      onDone();
      if (changed) {
        rememberAppointment(queryClient, changed);
        const text = t("mails.done-corrected", { email: changed.email ?? "" });
        toasts.show({ text, about: id, undo: () => takeBack(changed) });
      } else toasts.show({ text: t("mails.done-again", { email: appointment.email ?? "" }), about: id });
      forgetMails(queryClient, appointment);
    },
    onRefused: (error) => {
      const current = currentIn(error);
      if (current) rememberAppointment(queryClient, current as Appointment);
    },
  });
}

const textsOf = ({ email }: Pick<Appointment, "email">) => ({ email: email ?? "" });

const addressFaults = ({ email = "" }: Readonly<Record<string, string>>): FieldError[] =>
  email.trim() === "" ? [{ field: "email", code: "field-required" }] : fieldErrors({ email });

const resend = (office: string, mail: string, idempotencyKey: string): Promise<Mail> =>
  call(`/api/offices/${encodeURIComponent(office)}/mails/${mail}/resend`, { method: "POST", body: {}, idempotencyKey });

/** Wherever it is told of letters of this appointment, it is asked again. */
function forgetMails(queryClient: ReturnType<typeof useQueryClient>, { office, id }: Appointment): void {
  void queryClient.invalidateQueries({ queryKey: appointmentMailsQuery(office, id).queryKey });
  for (const what of ["day", "mails", "mail-count"]) void queryClient.invalidateQueries({ queryKey: [what, office] });
}
