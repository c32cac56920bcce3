import { useQueryClient } from "@tanstack/react-query";
import type { Form } from "../../../../kit/form/form.ts";
import { currentIn } from "../../../../kit/form/send.ts";
import { useForm } from "../../../../kit/form/use-form.ts";
import { useFormKey } from "../../../../kit/form/use-form-draft.ts";
import { useText } from "../../../../kit/text.tsx";
import type { Appointment } from "../../../contract.ts";
import { patchAppointment } from "../../acts/acts.ts";
import { useTakeBack } from "../../acts/use-take-back.ts";
import { rememberAppointment } from "../../queries.ts";
import { appointmentDraft, appointmentTexts, changesOf, draftFaults, draftOf } from "../form/draft.ts";
import type { PanelProps } from "../frame/panel-props.ts";

export interface EditFormProps extends Omit<PanelProps, "target"> {
  readonly appointment: Appointment;
  readonly onBack: () => void;
}

/** The form's content against the appointment as it stands, and the act of changing what was typed. */
export function useEdit({ appointment, toast, onClose, onBack }: EditFormProps) {
  const t = useText();
  const queryClient = useQueryClient();
  const takeBack = useTakeBack();
  const form: Form = useForm({
    key: useFormKey(`change of ${appointment.id}`, appointment.office),
    stands: appointmentTexts(appointment),
    version: appointment.version,
    standsIn: (current) => appointmentTexts(current as Appointment),
    savedAs: appointmentTexts,
    faults: (values) => draftFaults(values),
    send: ({ values, version = appointment.version }) =>
      patchAppointment(appointment, version, changesTo(appointment, values)),
    onSaved: (changed) => {
      rememberAppointment(queryClient, changed);
      const text = t("panel.done-changed");
      toast.show({ text, about: changed.id, undo: { act: t("plan.act-edit"), run: () => takeBack(changed) } });
      onClose();
    },
    onRefused: (error) => {
      const current = currentIn(error);
      if (current) rememberAppointment(queryClient, current as Appointment);
    },
  });
  const hasChanges = Object.keys(changesTo(appointment, form.values)).length > 0;
  return {
    form,
    save: () => {
      if (hasChanges) form.submit();
      else if (form.isReady()) onBack();
    },
    leave: () => {
      if (hasChanges) toast.show({ text: t("panel.changes-left") });
      onBack();
    },
  };
}

const changesTo = (appointment: Appointment, values: Form["values"]) =>
  changesOf(appointmentDraft(appointment), draftOf(values));
