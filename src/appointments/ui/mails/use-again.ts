import { useQueryClient } from "@tanstack/react-query";
import type { Form } from "../../../kit/form/form.ts";
import { currentIn } from "../../../kit/form/send.ts";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import type { Mail } from "../../../mail/contract.ts";
import type { FieldError } from "../../../platform/refusal.ts";
import type { Appointment } from "../../contract.ts";
import { fieldErrors } from "../../rules.ts";
import { patchAppointment } from "../acts/acts.ts";
import { rememberAppointment } from "../queries.ts";
import { postAgain, useMailResult } from "./use-mail-result.ts";

interface Again {
  readonly mail: Mail;
  readonly appointment: Appointment;
  /** The letter is on its way: what asked for it is about to go */
  readonly onDone: () => void;
}

export const addressForm = (id: string): string => `address of ${id}`;

/**
 * Says once more what did not arrive: to a corrected address, which the appointment then has and which is written anyway, or to
 * the same.
 */
export function useAgain({ mail, appointment, onDone }: Again): Form {
  const showResult = useMailResult();
  const queryClient = useQueryClient();
  const { office, id } = appointment;
  return useForm<Appointment | Mail>({
    key: useFormKey(addressForm(id), office),
    stands: textsOf(appointment),
    version: appointment.version,
    standsIn: (current) => textsOf(current as Appointment),
    faults: addressFaults,
    send: async ({ values: { email = "" }, version = appointment.version, keyOf }) => {
      if (email.trim() !== (appointment.email ?? "")) return patchAppointment(appointment, version, { email });
      return postAgain(office, mail.id, keyOf({ mail: mail.id }));
    },
    onSaved: (answer) => {
      onDone();
      showResult(appointment, answer);
    },
    isSaid: (error) => currentIn(error) !== null,
    onRefused: (error) => {
      const current = currentIn(error);
      if (current) rememberAppointment(queryClient, current as Appointment);
    },
  });
}

const textsOf = ({ email }: Pick<Appointment, "email">) => ({ email: email ?? "" });

const addressFaults = ({ email = "" }: Readonly<Record<string, string>>): FieldError[] =>
  email.trim() === "" ? [{ field: "email", code: "field-required" }] : fieldErrors({ email });
